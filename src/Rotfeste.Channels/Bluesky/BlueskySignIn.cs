using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Posts;
using Rotfeste.Channels.Sessions;
using Rotfeste.Networks;
using Rotfeste.Networks.Bluesky.Accounts;
using Rotfeste.Networks.Bluesky.Ids;

namespace Rotfeste.Channels.Bluesky;

/// <summary>Where a sign-in stopped.</summary>
internal enum SignInStep
{
    /// <summary>Finding the account by its handle.</summary>
    Handle,

    /// <summary>Signing in.</summary>
    Password,
}

/// <summary>What came of a sign-in.</summary>
/// <param name="Account">The account, or null when it failed.</param>
/// <param name="Session">Its tokens, or null.</param>
/// <param name="Failure">Why it failed, or null.</param>
/// <param name="Step">Where it stopped.</param>
/// <param name="AddressRefused">Our own guard refused the server's address.</param>
internal sealed record SignInAnswer(
    SignedInAccount? Account, Session? Session, Failure? Failure, SignInStep Step = SignInStep.Password, bool AddressRefused = false)
{
    /// <summary>What is kept of a sign-in that went well.</summary>
    public HeldTokens Tokens(string appPassword) => new(appPassword, Session!.AccessToken, Session.RefreshToken);
}

/// <summary>Signs in to an account and asks who it is. Waits for the network: never inside a write.</summary>
internal sealed class BlueskySignIn(BlueskyServers servers)
{
    /// <summary>Behind this address stand many servers; each account is called at its own.</summary>
    private const string PublicEntrance = "bsky.social";

    public async Task<SignInAnswer> ByHandleAsync(Uri server, Handle handle, string appPassword, CancellationToken cancellation)
    {
        var client = servers.At(server, out var watch);
        var owner = await client.ResolveHandle(handle, cancellation);
        return owner.IsOk
            ? await SignInAsync(server, handle.Value, appPassword, cancellation)
            : new SignInAnswer(null, null, owner.Failure, SignInStep.Handle, watch.AddressRefused);
    }

    /// <summary>For an account that is known by its lasting id, whatever its handle is now.</summary>
    public Task<SignInAnswer> ByAccountAsync(Uri server, string account, string appPassword, CancellationToken cancellation) =>
        SignInAsync(server, account, appPassword, cancellation);

    private async Task<SignInAnswer> SignInAsync(Uri server, string identifier, string appPassword, CancellationToken cancellation)
    {
        var client = servers.At(server, out var watch);
        var signedIn = await client.CreateSession(identifier, appPassword, cancellation);
        if (!signedIn.IsOk)
            return new SignInAnswer(null, null, signedIn.Failure, AddressRefused: watch.AddressRefused);

        var session = signedIn.Value;
        if (!session.Active)
            return new SignInAnswer(null, null, new Failure(FailureKind.AccountClosed, Code: session.Status));

        var home = server.Host == PublicEntrance && session.Server is { } own ? own : server;
        return new SignInAnswer(await DescribeAsync(home, session, cancellation), session, null);
    }

    // A network that has not seen the account yet, or cannot say now, does not stop the connecting: the handle is its name then.
    private async Task<SignedInAccount> DescribeAsync(Uri home, Session session, CancellationToken cancellation)
    {
        var profile = await servers.At(home).GetProfile(session.Did, session.AccessToken, cancellation);
        var name = IncomingText.Line(profile.Value?.Author.DisplayName ?? "");
        return new SignedInAccount(home, session.Did.Value, session.Handle.Value, name);
    }
}
