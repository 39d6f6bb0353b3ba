using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Channels.Events;

/// <summary>Stores raw events that are not stored yet, and tells of them, in the caller's unit of work.</summary>
internal sealed class EventStore(AppDb db, FactLog facts)
{
    /// <returns>How many were new.</returns>
    public async Task<int> AddNewAsync(ChannelKey channel, IEnumerable<RawEvent> events, CancellationToken cancellation)
    {
        var found = events.DistinctBy(e => e.Key).ToList();
        var keys = found.ConvertAll(e => e.Key);
        var known = await db.Set<RawEvent>()
            .Where(e => e.Channel == channel.Channel && keys.Contains(e.Key))
            .Select(e => e.Key)
            .ToHashSetAsync(cancellation);
        var fresh = found.Where(e => !known.Contains(e.Key)).OrderBy(e => e.At).ToList();
        foreach (var raw in fresh)
        {
            db.Add(raw);
            facts.Tell(new AccountEventReceived(raw.Organisation, raw.Channel, raw.Id, raw.Kind, raw.At));
        }

        return fresh.Count;
    }
}
