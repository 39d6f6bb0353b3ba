using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Followings;

/// <summary>Who follows open conversations.</summary>
internal sealed class KeptFollowings(RowVersions versions, IClock clock)
    : Kept<ConversationId, IReadOnlyList<PersonId>>(versions, clock, typeof(Following))
{
    public ValueTask<IReadOnlyList<PersonId>> OfAsync(AppDb db, ConversationId conversation, CancellationToken cancellation) =>
        GetAsync(db, conversation, async () => await db.Set<Following>().AsNoTracking().Where(f => f.Conversation == conversation)
            .Select(f => f.Person).ToListAsync(cancellation));
}
