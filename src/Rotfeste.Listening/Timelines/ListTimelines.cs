using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Timelines;

/// <summary>How a server's public list is.</summary>
/// <param name="Tag">Without "#"; "" for all that is public there.</param>
/// <param name="Server">As people call it.</param>
/// <param name="HeardAt">When it last answered, or null before that.</param>
/// <param name="RefusedSince">Since when the server does not give it to us, or null.</param>
/// <param name="OverrunAt">When more was said than it held, and some of it was lost; null where that did not happen in the last week.</param>
public sealed record TimelineView(string Tag, string Server, Instant? HeardAt, Instant? RefusedSince, Instant? OverrunAt);

/// <summary>The public lists that are read through the organisation's accounts.</summary>
internal sealed class ListTimelines(AppDb db, ConnectedChannels channels, IClock clock)
{
    private static readonly Duration Lately = Duration.FromDays(7);

    /// <summary>By server, the whole list before those of tags.</summary>
    public async Task<IReadOnlyList<TimelineView>> ReadAsync(CancellationToken cancellation)
    {
        var servers = (await channels.AllAsync(cancellation)).ToDictionary(c => c.Id, c => c.Handle[(c.Handle.LastIndexOf('@') + 1)..]);
        var since = clock.GetCurrentInstant() - Lately;
        return [.. (await db.Set<Timeline>().AsNoTracking().ToListAsync(cancellation)).Where(t => servers.ContainsKey(t.Channel))
            .Select(t => new TimelineView(t.Tag, servers[t.Channel], t.HeardAt, t.RefusedSince, t.OverrunAt > since ? t.OverrunAt : null))
            .OrderBy(t => t.Server, StringComparer.Ordinal).ThenBy(t => t.Tag, StringComparer.Ordinal)];
    }
}
