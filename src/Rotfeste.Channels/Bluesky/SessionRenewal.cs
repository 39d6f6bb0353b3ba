using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Sessions;
using Rotfeste.Networks;
using Rotfeste.Networks.Bluesky.Accounts;

namespace Rotfeste.Channels.Bluesky;

/// <summary>Gets a channel a fresh access token: by its refresh token, or where that is no longer taken, once by its app password.</summary>
internal sealed class SessionRenewal(BlueskyServers servers, SessionStore store, SessionLocks locks)
{
    private static readonly Failure SignedOut = new(FailureKind.TokenRevoked);

    /// <summary>The access token to use from now on.</summary>
    /// <param name="key">The channel.</param>
    /// <param name="refused">The access token that the server no longer takes.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<Answer<string>> RenewAsync(ChannelKey key, string refused, CancellationToken cancellation)
    {
        using var turn = await locks.EnterAsync(key.Channel, cancellation);
        if (await store.FindAsync(key, cancellation) is not { } held)
            return SignedOut;
        if (held.Tokens.Access != refused)
            return held.Tokens.Access;

        var session = await RefreshAsync(held, cancellation);
        if (!session.IsOk)
            return session.Failure;

        await store.KeepAsync(key, session.Value.AccessToken, session.Value.RefreshToken);
        return session.Value.AccessToken;
    }

    // When the answer to a refresh is lost, the next refresh is told that the token is spent, and the password steps in then.
    private async Task<Answer<Session>> RefreshAsync(OpenSession held, CancellationToken cancellation)
    {
        var client = servers.At(held.Server);
        var refreshed = await client.RefreshSession(held.Tokens.Refresh, cancellation);
        return refreshed.Failure is { Kind: FailureKind.TokenRevoked or FailureKind.TokenExpired }
            ? await client.CreateSession(held.Account, held.Tokens.AppPassword, cancellation)
            : refreshed;
    }
}
