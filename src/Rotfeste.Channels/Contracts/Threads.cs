using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Protocols;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Contracts;

/// <summary>What came of asking a network for a thread.</summary>
/// <param name="Posts">The posts, parents before children; empty when <paramref name="Failure"/> is set.</param>
/// <param name="Missing">Uris in the thread that are deleted, blocked or not to be had.</param>
/// <param name="Failure">Null, or the state that the channel is in now.</param>
public sealed record ThreadAnswer(IReadOnlyList<NetworkPost> Posts, IReadOnlyList<string> Missing, ChannelHealth? Failure)
{
    /// <summary>The post asked for is not to be had.</summary>
    internal static ThreadAnswer Lacking(string uri) => new([], [uri], null);

    /// <summary>The post asked for is deleted: the network's own word, and no mere lagging behind.</summary>
    public bool IsGone { get; init; }
}

/// <summary>Asks a network, through a channel's own sign-in. Waits for the network: never inside a write.</summary>
public sealed class Threads
{
    private readonly AppDb db;
    private readonly AskedNetworks networks;
    private readonly IClock clock;

    internal Threads(AppDb db, AskedNetworks networks, IClock clock) => (this.db, this.networks, this.clock) = (db, networks, clock);

    /// <summary>
    /// The thread round a post: its parents up to the root, and replies. A post that is gone gives no posts and itself as
    /// missing. A channel that is resting, paused or signed out is not asked.
    /// </summary>
    public async Task<ThreadAnswer> GetAsync(ChannelId channel, string postUri, CancellationToken cancellation)
    {
        if (KnownProtocols.Owning(postUri) is not { } protocol)
            return ThreadAnswer.Lacking(postUri);
        if (await FindAsync(channel, cancellation) is not { IsConnected: true } row)
            return new ThreadAnswer([], [], new ChannelHealth(ChannelState.SignInAgain, clock.GetCurrentInstant(), null));
        if (row.Network != protocol.Name)
            return ThreadAnswer.Lacking(postUri);
        if (row.ObstacleAt(clock.GetCurrentInstant()) is not null)
            return new ThreadAnswer([], [], row.Health);

        return await networks.Of(row.Network).ReadThreadAsync(row.Key, postUri, cancellation)
            ?? new ThreadAnswer([], [], (await FindAsync(channel, cancellation) ?? row).Health);
    }

    private Task<Channel?> FindAsync(ChannelId channel, CancellationToken cancellation) =>
        db.Set<Channel>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == channel, cancellation);
}
