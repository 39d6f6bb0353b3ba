using System.Text.Json;
using Rotfeste.Networks.Mastodon.Accounts;
using Rotfeste.Networks.Mastodon.Rest;
using Rotfeste.Networks.Mastodon.Servers;

namespace Rotfeste.Networks.Mastodon;

/// <summary>
/// Calls one Mastodon server, or one that speaks as Mastodon does. Keeps nothing between calls, repeats nothing. Every call answers
/// with a value or a named failure and throws only when the caller's token is cancelled. Servers lack this and that: NotFound from a
/// call for a thing that is not a single status means that the server does not have the call. Source: docs.joinmastodon.org.
/// </summary>
public sealed partial class MastodonClient
{
    /// <summary>What is asked for when signing in.</summary>
    public const string Scopes = "read:accounts read:statuses read:notifications write:statuses write:media";

    private readonly RestTransport _transport;
    private readonly HttpClient _http;
    private readonly Uri _server;
    private readonly MastodonOptions _options;

    /// <param name="http">From outside: its handler decides which addresses may be reached. Redirects should be off. Not disposed here.</param>
    /// <param name="server">The server's bare address; see <see cref="ServerAddress"/>.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="clock">Null for the system's.</param>
    public MastodonClient(HttpClient http, Uri server, MastodonOptions? options = null, TimeProvider? clock = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(server);
        (_http, _server, _options) = (http, server, options ?? new());
        _transport = new(http, server, _options, clock ?? TimeProvider.System);
    }

    /// <summary>What the server is: its newer description, or where that is missing, the older one.</summary>
    public async Task<Answer<Instance>> GetInstance(CancellationToken cancel)
    {
        var answer = await _transport.Send(new(HttpMethod.Get, "/api/v2/instance", Purpose.Read), j => Instance.Read(j, isOld: false), cancel).ConfigureAwait(false);
        return answer.Failure?.Kind is FailureKind.NotFound or FailureKind.NotJson or FailureKind.Refused or FailureKind.TokenRevoked
            ? await _transport.Send(new(HttpMethod.Get, "/api/v1/instance", Purpose.Read), j => Instance.Read(j, isOld: true), cancel).ConfigureAwait(false)
            : answer;
    }

    /// <summary>Has the server know this program. Servers limit how often: keep what comes back.</summary>
    /// <param name="name">What people read when they are asked for leave.</param>
    /// <param name="redirect">Where they are sent back to.</param>
    /// <param name="website">Where the program is from, or null.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Answer<ServerApp>> RegisterApp(string name, Uri redirect, Uri? website, CancellationToken cancel) => _transport.Send(
        new(HttpMethod.Post, "/api/v1/apps", Purpose.SignIn)
        {
            Body = () => RestCall.Form(
                ("client_name", name), ("redirect_uris", redirect.ToString()), ("scopes", Scopes), ("website", website?.ToString() ?? "")),
        },
        ServerApp.Read,
        cancel);

    /// <summary>The page where a person gives leave.</summary>
    /// <param name="app">This program at that server.</param>
    /// <param name="redirect">As registered.</param>
    /// <param name="state">Comes back unchanged.</param>
    /// <param name="challenge">Base64url of the verifier's SHA-256. Servers that do not know PKCE pass over it.</param>
    public Uri AuthorizationPage(ServerApp app, Uri redirect, string state, string challenge) => new RestCall(HttpMethod.Get, "/oauth/authorize", Purpose.Read)
    {
        Query =
        [
            ("response_type", "code"), ("client_id", app.ClientId), ("redirect_uri", redirect.ToString()), ("scope", Scopes),
            ("state", state), ("code_challenge", challenge), ("code_challenge_method", "S256"),
        ],
    }.Address(_server);

    /// <summary>Buys a token with the code that came back. SignInRefused when the code is not, or no longer, accepted.</summary>
    public Task<Answer<AccessToken>> BuyToken(ServerApp app, Uri redirect, string code, string verifier, CancellationToken cancel) => _transport.Send(
        new(HttpMethod.Post, "/oauth/token", Purpose.SignIn)
        {
            Body = () => RestCall.Form(
                ("grant_type", "authorization_code"), ("client_id", app.ClientId), ("client_secret", app.ClientSecret),
                ("redirect_uri", redirect.ToString()), ("code", code), ("code_verifier", verifier), ("scope", Scopes)),
        },
        AccessToken.Read,
        cancel);

    /// <summary>Gives a token back: it ends.</summary>
    public Task<Answer<Done>> RevokeToken(ServerApp app, string token, CancellationToken cancel) => _transport.Send(
        new(HttpMethod.Post, "/oauth/revoke", Purpose.SignIn)
        {
            Body = () => RestCall.Form(("client_id", app.ClientId), ("client_secret", app.ClientSecret), ("token", token)),
        },
        _ => Done.It,
        cancel);

    /// <summary>Whose token it is.</summary>
    public Task<Answer<Account>> VerifyCredentials(string accessToken, CancellationToken cancel) => _transport.Send(
        new(HttpMethod.Get, "/api/v1/accounts/verify_credentials", Purpose.ReadOwn) { Token = accessToken }, Account.Read, cancel);

    private static Done? AnyObject(JsonElement json) => json.ValueKind is JsonValueKind.Object or JsonValueKind.Undefined ? Done.It : null;
}
