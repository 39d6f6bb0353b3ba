using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Posts;
using Rotfeste.Channels.Sessions;
using Rotfeste.Networks;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Contracts;

/// <summary>What came of asking a network for a thread.</summary>
/// <param name="Posts">The posts, parents before children; empty when <paramref name="Failure"/> is set.</param>
/// <param name="Missing">Uris in the thread that are deleted, blocked or not to be had.</param>
/// <param name="Failure">Null, or the state that the channel is in now.</param>
public sealed record ThreadAnswer(IReadOnlyList<NetworkPost> Posts, IReadOnlyList<string> Missing, ChannelHealth? Failure);

/// <summary>Asks a network, through a channel's own sign-in. Waits for the network: never inside a write.</summary>
public sealed class Threads
{
    private const int Depth = 30;
    private const int ParentHeight = 200;
    private readonly AppDb db;
    private readonly ChannelCalls calls;
    private readonly IClock clock;

    internal Threads(AppDb db, ChannelCalls calls, IClock clock) => (this.db, this.calls, this.clock) = (db, calls, clock);

    /// <summary>
    /// The thread round a post: its parents up to the root, and replies. A post that is gone gives no posts and itself as
    /// missing. A channel that is resting, paused or signed out is not asked.
    /// </summary>
    public async Task<ThreadAnswer> GetAsync(ChannelId channel, string postUri, CancellationToken cancellation)
    {
        if (!AtUri.TryParse(postUri, out var post))
            return Missing(postUri);
        if (await FindAsync(channel, cancellation) is not { IsConnected: true } row)
            return new ThreadAnswer([], [], new ChannelHealth(ChannelState.SignInAgain, clock.GetCurrentInstant(), null));
        if (row.ObstacleAt(clock.GetCurrentInstant()) is not null)
            return new ThreadAnswer([], [], row.Health);

        var thread = await calls.CallAsync(
            row.Key, (client, token) => client.GetPostThread(post, Depth, ParentHeight, token, cancellation), cancellation);
        if (thread.IsOk)
            return ThreadReading.Of(thread.Value);
        if (thread.Failure.Kind is FailureKind.NotFound)
            return Missing(postUri);
        return new ThreadAnswer([], [], (await FindAsync(channel, cancellation) ?? row).Health);
    }

    private static ThreadAnswer Missing(string uri) => new([], [uri], null);

    private Task<Channel?> FindAsync(ChannelId channel, CancellationToken cancellation) =>
        db.Set<Channel>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == channel, cancellation);
}
