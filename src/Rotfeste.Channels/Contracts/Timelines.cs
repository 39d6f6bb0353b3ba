using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Protocols;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Contracts;

/// <summary>What a server gave of one of its public lists.</summary>
/// <param name="Posts">Newest first, public ones only; empty when there is nothing new, or <paramref name="IsRefused"/>.</param>
/// <param name="Newest">To be given as <c>above</c> next time; null when nothing came.</param>
/// <param name="IsFull">The server had perhaps more than it gave.</param>
/// <param name="IsRefused">The server has no such list, or gives it to nobody like us.</param>
public sealed record TimelinePage(IReadOnlyList<NetworkPost> Posts, string? Newest, bool IsFull, bool IsRefused);

/// <summary>Asks servers for what is said in public there, through a channel's own sign-in. Waits for the network: never inside a write.</summary>
public sealed class Timelines
{
    private readonly AppDb db;
    private readonly AskedNetworks networks;
    private readonly IClock clock;

    internal Timelines(AppDb db, AskedNetworks networks, IClock clock) => (this.db, this.networks, this.clock) = (db, networks, clock);

    /// <summary>
    /// What is new with a tag, or of all that is public at the channel's server; null when the server does not answer now, the channel is
    /// not to be used, or its network has no such lists.
    /// </summary>
    /// <param name="channel">Whose sign-in, and which server.</param>
    /// <param name="tag">Without "#"; null for all that is public there.</param>
    /// <param name="above">Where it was read to, or null.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<TimelinePage?> ReadAsync(ChannelId channel, string? tag, string? above, CancellationToken cancellation)
    {
        var row = await db.Set<Channel>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == channel && c.DisconnectedAt == null, cancellation);
        return row is null || row.ObstacleAt(clock.GetCurrentInstant()) is not null
            ? null
            : await networks.Of(row.Network).ReadTimelineAsync(row, tag, above, cancellation);
    }
}
