using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Sessions;
using Rotfeste.Networks;
using Rotfeste.Networks.Bluesky;

namespace Rotfeste.Channels.Bluesky;

/// <summary>Calls a network as a channel: with its token, renewed once when the server no longer takes it, and its health kept.</summary>
internal sealed class BlueskyCalls(BlueskyServers servers, SessionStore store, SessionRenewal renewal, HealthMarks health)
{
    /// <summary>Makes the call; never inside a write. The call may be made twice, the second time with a new token.</summary>
    public async Task<Answer<T>> CallAsync<T>(
        ChannelKey key, Func<BlueskyClient, string, Task<Answer<T>>> call, CancellationToken cancellation)
        where T : class
    {
        var answer = await TryAsync(key, call, cancellation);
        await health.MarkAsync(key, answer.Failure, cancellation);
        return answer;
    }

    private async Task<Answer<T>> TryAsync<T>(
        ChannelKey key, Func<BlueskyClient, string, Task<Answer<T>>> call, CancellationToken cancellation)
        where T : class
    {
        if (await store.FindAsync(key, cancellation) is not { } held)
            return new Failure(FailureKind.TokenRevoked);

        var client = servers.At(held.Server);
        var first = await call(client, held.Tokens.Access);
        if (first.Failure?.Kind is not (FailureKind.TokenExpired or FailureKind.TokenRevoked))
            return first;

        var access = await renewal.RenewAsync(key, held.Tokens.Access, cancellation);

        // A lost answer to the renewal says nothing of the call itself, which has surely not happened.
        return access.IsOk ? await call(client, access.Value) : access.Failure with { MayHaveHappened = false };
    }
}
