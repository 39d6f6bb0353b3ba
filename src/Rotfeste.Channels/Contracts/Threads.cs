namespace Rotfeste.Channels.Contracts;

/// <summary>What came of asking a network for a thread.</summary>
/// <param name="Posts">The posts, parents before children; empty when <paramref name="Failure"/> is set.</param>
/// <param name="Missing">Uris in the thread that are deleted, blocked or not to be had.</param>
/// <param name="Failure">Null, or the state that the channel is in now.</param>
public sealed record ThreadAnswer(IReadOnlyList<NetworkPost> Posts, IReadOnlyList<string> Missing, ChannelHealth? Failure);

/// <summary>Asks a network, through a channel's own sign-in. Waits for the network: never inside a write.</summary>
public sealed class Threads
{
    /// <summary>The thread round a post: its parents up to the root, and replies.</summary>
    public Task<ThreadAnswer> GetAsync(ChannelId channel, string postUri, CancellationToken cancellation) => throw new NotImplementedException();
}
