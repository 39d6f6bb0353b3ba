using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Sessions;
using Rotfeste.Networks;
using Rotfeste.Networks.Mastodon;

namespace Rotfeste.Channels.Mastodon;

/// <summary>Calls a server as a channel: with its token, which lasts until it is taken back, and its health kept.</summary>
internal sealed class MastodonCalls(MastodonServers servers, SessionStore store, HealthMarks health)
{
    /// <summary>Makes the call; never inside a write.</summary>
    public async Task<Answer<T>> CallAsync<T>(
        ChannelKey key, Func<MastodonClient, string, Task<Answer<T>>> call, CancellationToken cancellation)
        where T : class
    {
        var answer = await store.FindAsync(key, cancellation) is { } held
            ? await call(servers.At(held.Server), held.Tokens.Access)
            : new Failure(FailureKind.TokenRevoked);
        await health.MarkAsync(key, answer.Failure, cancellation);
        return answer;
    }
}
