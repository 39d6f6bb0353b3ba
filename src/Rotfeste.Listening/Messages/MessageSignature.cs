using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Rotfeste.Listening.Messages;

/// <summary>
/// Signatures as Standard Webhooks have them (standardwebhooks.com): HMAC-SHA256 over "id.timestamp.body", base64 behind "v1,"; several may
/// stand in the header, with a space between, while a secret is being changed.
/// </summary>
internal static class MessageSignature
{
    /// <summary>How far the sender's clock may be from ours, either way.</summary>
    public static readonly Duration Window = Duration.FromMinutes(5);

    private const string Prefix = "whsec_";

    /// <summary>"whsec_" and 32 random bytes in base64.</summary>
    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>True when one of the signatures is that of the message.</summary>
    public static bool IsRight(string secret, string id, string timestamp, ReadOnlySpan<byte> body, string signatures)
    {
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Convert.FromBase64String(secret[Prefix.Length..]), [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body], expected);
        var isRight = false;
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        foreach (var signature in signatures.Split(' ', 10))
        {
            isRight |= signature.StartsWith("v1,", StringComparison.Ordinal) && Convert.TryFromBase64String(signature[3..], given, out var length)
                && length == given.Length && CryptographicOperations.FixedTimeEquals(given, expected);
        }

        return isRight;
    }

    /// <summary>True when the timestamp (seconds since 1970) is near enough to now.</summary>
    public static bool IsFresh(string timestamp, Instant now) =>
        long.TryParse(timestamp, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var seconds)
        && seconds < 100_000_000_000 && Duration.FromSeconds(Math.Abs((double)(seconds - now.ToUnixTimeSeconds()))) <= Window;
}
