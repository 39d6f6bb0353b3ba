using System.Buffers.Text;
using System.Text.Json;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Bluesky.Accounts;

/// <summary>A signed-in account's tokens. Both are secrets; ToString shows neither.</summary>
/// <param name="Did">The account.</param>
/// <param name="Handle">Its handle now.</param>
/// <param name="AccessToken">Sent with every call; lives minutes to hours.</param>
/// <param name="RefreshToken">Buys the next session, once: hold a lock from reading it until the new one is stored.</param>
/// <param name="Active">False when the account is closed at its server.</param>
/// <param name="Status">Why it is not active ("takendown", "suspended", "deactivated"), else null.</param>
/// <param name="Server">The server that keeps the account, when the answer names one; from outside, so call it through a guarded client only.</param>
public sealed record Session(Did Did, Handle Handle, string AccessToken, string RefreshToken, bool Active, string? Status, Uri? Server)
{
    /// <summary>When the access token says it runs out, UTC; null when it does not say. A hint: the server decides.</summary>
    public DateTimeOffset? AccessExpires => Expiry(AccessToken);

    /// <summary>Account only.</summary>
    public override string ToString() => $"Session {Did.Value}";

    internal static Session? Read(JsonElement json)
    {
        if (!Did.TryParse(json.Text("did"), out var did)) return null;
        if (json.Text("accessJwt") is not { } access || json.Text("refreshJwt") is not { } refresh) return null;
        if (!IsToken(access) || !IsToken(refresh)) return null;
        var handle = Handle.TryParse(json.Text("handle"), out var parsed) ? parsed : Handle.Invalid;
        var server = json.At("didDoc").Items("service")
            .FirstOrDefault(s => s.Text("type") == "AtprotoPersonalDataServer")
            .Web("serviceEndpoint");
        return new(did, handle, access, refresh, json.Flag("active") ?? true, json.Text("status"), server);
    }

    // It goes into a header: no space, no line end, nothing beyond ASCII.
    private static bool IsToken(string token) => token.Length is > 0 and <= 8_192 && token.All(c => c is > ' ' and <= '~');

    private static DateTimeOffset? Expiry(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || !Base64Url.IsValid(parts[1])) return null;
        try
        {
            using var claims = JsonDocument.Parse(JsonMending.Mend(Base64Url.DecodeFromChars(parts[1])));
            var exp = claims.RootElement.At("exp");
            return exp.ValueKind == JsonValueKind.Number && exp.TryGetInt64(out var seconds) && seconds is > 0 and < 253_402_300_799
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
