using System.Security.Cryptography;
using System.Text;

namespace Rotfeste.Dialogue.Hooks;

/// <summary>Signs as Standard Webhooks have it (standardwebhooks.com): HMAC-SHA256 over "id.timestamp.body", in base64 behind "v1,".</summary>
internal static class HookSignature
{
    public const string Prefix = "whsec_";

    /// <param name="secret">"whsec_…".</param>
    /// <param name="id">The webhook-id.</param>
    /// <param name="timestamp">Seconds since 1970, of this try.</param>
    /// <param name="body">What is sent.</param>
    public static string Of(string secret, string id, string timestamp, byte[] body) =>
        $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[Prefix.Length..]), Signed(id, timestamp, body)))}";

    private static byte[] Signed(string id, string timestamp, byte[] body) => [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
}
