using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Listings;

/// <summary>Counts by person.</summary>
internal sealed class KeptCounts(RowVersions versions, IClock clock)
    : Kept<(PersonId Person, string Sight), InboxCounts>(versions, clock, typeof(Conversation));

/// <summary>Counts what a person may see.</summary>
internal sealed class InboxCounting(AppDb db, InboxQuery query, KeptCounts kept, UsableChannels channels, IClock clock)
{
    /// <summary>Waiting longer than this is late, until the organisation sets targets of its own.</summary>
    public static readonly Duration LateAfter = Duration.FromHours(4);

    public async Task<InboxCounts> CountAsync(Caller caller, CancellationToken cancellation)
    {
        var sight = await channels.OfAsync(caller, cancellation);
        return await kept.GetAsync(
            db, (caller.Person, sight.Key), () => CountAsync(caller, sight, clock.GetCurrentInstant(), cancellation));
    }

    private async Task<InboxCounts> CountAsync(Caller caller, ChannelSight sight, Instant now, CancellationToken cancellation)
    {
        Task<int> UpTo(IQueryable<Conversation> some) => some.OrderBy(c => c.Place).Take(InboxCounts.Most).CountAsync(cancellation);
        var toDo = query.Of(InboxStretch.ToDo, caller, sight);
        var late = ConversationPlace.OfWaitingSince(now - LateAfter);
        return new InboxCounts(
            await UpTo(toDo),
            await UpTo(toDo.Where(c => c.Place < late)),
            await UpTo(toDo.Where(c => c.Place >= ConversationPlace.EndOfWaiting)),
            await UpTo(query.Of(InboxStretch.Mine, caller, sight)),
            await UpTo(toDo.Where(c => c.TakenBy == caller.Person)),
            await UpTo(toDo.Where(c => c.TakenBy == null)),
            await UpTo(query.Of(InboxStretch.Theirs, caller, sight)),
            await UpTo(query.Of(InboxStretch.Closed, caller, sight)),
            await UpTo(query.Seen(caller, sight)));
    }
}
