using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Notes;

/// <summary>The notes of open conversations, in the order they were written.</summary>
internal sealed class KeptNotes(RowVersions versions, IClock clock) : Kept<ConversationId, IReadOnlyList<Note>>(versions, clock, typeof(Note))
{
    public ValueTask<IReadOnlyList<Note>> OfAsync(AppDb db, ConversationId conversation, CancellationToken cancellation) =>
        GetAsync(db, conversation, async () => await db.Set<Note>().AsNoTracking().Where(n => n.Conversation == conversation)
            .OrderBy(n => n.At).ToListAsync(cancellation));
}
