using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Answers;

/// <summary>The answers of open conversations, in the order they were written; those taken back are not among them.</summary>
internal sealed class KeptAnswers(RowVersions versions, IClock clock)
    : Kept<ConversationId, IReadOnlyList<WrittenAnswer>>(versions, clock, typeof(WrittenAnswer))
{
    public ValueTask<IReadOnlyList<WrittenAnswer>> OfAsync(AppDb db, ConversationId conversation, CancellationToken cancellation) =>
        GetAsync(db, conversation, async () => await db.Set<WrittenAnswer>().AsNoTracking()
            .Where(a => a.Conversation == conversation && a.State != AnswerState.TakenBack)
            .OrderBy(a => a.Number).ToListAsync(cancellation));
}
