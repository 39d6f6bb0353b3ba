using System.Text.Json;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Mastodon.Servers;

/// <summary>This program as a server knows it. The secret shows in no ToString.</summary>
/// <param name="ClientId">Public.</param>
/// <param name="ClientSecret">A secret.</param>
public sealed record ServerApp(string ClientId, string ClientSecret)
{
    /// <summary>The id only.</summary>
    public override string ToString() => $"ServerApp {ClientId}";

    internal static ServerApp? Read(JsonElement json) =>
        json.Text("client_id") is { Length: > 0 and <= 500 } id && json.Text("client_secret") is { Length: > 0 and <= 500 } secret
            ? new(id, secret)
            : null;
}

/// <summary>A token of an account. It does not expire, until somebody takes it back. ToString shows nothing.</summary>
/// <param name="Value">A secret.</param>
public sealed record AccessToken(string Value)
{
    /// <summary>Nothing of it.</summary>
    public override string ToString() => nameof(AccessToken);

    // It goes into a header: no space, no line end, nothing beyond ASCII.
    internal static AccessToken? Read(JsonElement json) =>
        json.Text("access_token") is { Length: > 0 and <= 8_192 } token && token.All(c => c is > ' ' and <= '~') ? new(token) : null;
}
