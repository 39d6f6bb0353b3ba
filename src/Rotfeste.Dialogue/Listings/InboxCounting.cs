using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Dialogue.Listings;

/// <summary>Counts kept in memory until something changes, and for a few seconds at most: time alone makes things late.</summary>
internal sealed class KeptCounts(ChangeStamps stamps)
{
    private const int MostKept = 5_000;
    private static readonly Duration Fresh = Duration.FromSeconds(10);

    private readonly ConcurrentDictionary<(OrganisationId, PersonId), (long Stamp, Instant At, InboxCounts Counts)> kept = new();

    public long StampOf(OrganisationId organisation) => stamps.Of(organisation);

    public InboxCounts? Find(Caller caller, Instant now) =>
        kept.TryGetValue((caller.Organisation, caller.Person), out var found)
        && found.Stamp == stamps.Of(caller.Organisation) && now - found.At < Fresh
            ? found.Counts
            : null;

    public void Keep(Caller caller, long stamp, Instant now, InboxCounts counts)
    {
        if (kept.Count >= MostKept)
            kept.Clear();
        kept[(caller.Organisation, caller.Person)] = (stamp, now, counts);
    }
}

/// <summary>Counts what a person may see.</summary>
internal sealed class InboxCounting(InboxQuery query, KeptCounts kept, UsableChannels channels, IClock clock)
{
    /// <summary>Waiting longer than this is late, until the organisation sets targets of its own.</summary>
    public static readonly Duration LateAfter = Duration.FromHours(4);

    public async Task<InboxCounts> CountAsync(Caller caller, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (kept.Find(caller, now) is { } found)
            return found;

        // Read before counting: a change in between makes the counts old, never the other way round.
        var stamp = kept.StampOf(caller.Organisation);
        var counts = await CountAsync(caller, await channels.OfAsync(caller, cancellation), now, cancellation);
        kept.Keep(caller, stamp, now, counts);
        return counts;
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
