using System.Collections.Concurrent;
using Rotfeste.Channels.Contracts;

namespace Rotfeste.Channels.Sessions;

/// <summary>One at a time renews a channel's tokens: a refresh token can be used once.</summary>
internal sealed class SessionLocks
{
    private readonly ConcurrentDictionary<ChannelId, SemaphoreSlim> locks = new();

    /// <summary>Waits for the turn; dispose to pass it on.</summary>
    public async Task<IDisposable> EnterAsync(ChannelId channel, CancellationToken cancellation)
    {
        var turn = locks.GetOrAdd(channel, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(cancellation);
        return new Turn(turn);
    }

    private sealed class Turn(SemaphoreSlim held) : IDisposable
    {
        public void Dispose() => held.Release();
    }
}
