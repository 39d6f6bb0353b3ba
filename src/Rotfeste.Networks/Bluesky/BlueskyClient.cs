using System.Text.Json;
using Rotfeste.Networks.Bluesky.Accounts;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Bluesky.Xrpc;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Bluesky;

/// <summary>
/// Calls one Bluesky server (an account's own: it passes on what the network's view must answer). Keeps nothing between calls,
/// refreshes nothing by itself, repeats nothing. Every call answers with a value or a named failure and throws only when the
/// caller's token is cancelled. Source: the lexicons com.atproto.* and app.bsky.* at atproto.com.
/// </summary>
public sealed partial class BlueskyClient
{
    // Asked about another's account, these names speak of that account, not of the caller's.
    private static readonly string[] ClosedOrAbsent = ["InvalidRequest", "AccountTakedown", "AccountSuspended", "AccountDeactivated"];

    private readonly XrpcTransport _transport;

    /// <param name="http">From outside: its handler decides which addresses may be reached. Redirects should be off. Not disposed here.</param>
    /// <param name="server">The server's bare address; see <see cref="ServerAddress"/>.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="clock">Null for the system's.</param>
    public BlueskyClient(HttpClient http, Uri server, BlueskyOptions? options = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(server);
        _transport = new(http, server, options ?? new(), clock ?? TimeProvider.System);
    }

    /// <summary>Signs in. Limited to 30 per 5 minutes and account: keep the session. Fails with SignInRefused or AccountClosed besides the general kinds.</summary>
    /// <param name="identifier">Handle, DID or mail address.</param>
    /// <param name="appPassword">A secret.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Answer<Session>> CreateSession(string identifier, string appPassword, CancellationToken cancel) =>
        _transport.Send(
            new("com.atproto.server.createSession", Purpose.SignIn)
            {
                Body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(StringComparer.Ordinal) { ["identifier"] = identifier, ["password"] = appPassword }),
            },
            Session.Read,
            cancel);

    /// <summary>Buys a new session. The token is used up even when the answer is lost (MayHaveHappened); TokenRevoked means: sign in again.</summary>
    public Task<Answer<Session>> RefreshSession(string refreshToken, CancellationToken cancel) =>
        _transport.Send(new("com.atproto.server.refreshSession", Purpose.Refresh) { Token = refreshToken }, Session.Read, cancel);

    /// <summary>Signs out: the session's tokens end.</summary>
    public Task<Answer<Done>> DeleteSession(string refreshToken, CancellationToken cancel) =>
        _transport.Send(new("com.atproto.server.deleteSession", Purpose.Refresh) { Token = refreshToken }, _ => Done.It, cancel);

    /// <summary>Asks what the server is; needs no account, so it tells a true server from any other address.</summary>
    public Task<Answer<ServerDescription>> DescribeServer(CancellationToken cancel) =>
        _transport.Send(new("com.atproto.server.describeServer", Purpose.Read), ServerDescription.Read, cancel);

    /// <summary>Whose handle it is; needs no account. NotFound when nobody's.</summary>
    public Task<Answer<HandleOwner>> ResolveHandle(Handle handle, CancellationToken cancel) =>
        _transport.Send(
            new("com.atproto.identity.resolveHandle", Purpose.Read)
            {
                Query = [("handle", handle.Value)],
                Absent = ["InvalidRequest", "HandleNotFound"],
            },
            json => Did.TryParse(json.Text("did"), out var did) ? new HandleOwner(handle, did) : null,
            cancel);

    /// <summary>How an account presents itself. NotFound also when that account is closed.</summary>
    public Task<Answer<Profile>> GetProfile(Did account, string accessToken, CancellationToken cancel) =>
        _transport.Send(
            new("app.bsky.actor.getProfile", Purpose.Read)
            {
                Query = [("actor", account.Value)],
                Token = accessToken,
                Absent = ClosedOrAbsent,
            },
            Profile.Read,
            cancel);
}
