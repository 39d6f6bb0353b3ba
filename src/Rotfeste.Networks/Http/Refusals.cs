using System.Globalization;
using System.Net.Http.Headers;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Http;

/// <summary>What every protocol reads alike from a refusal: the error's name, and the pauses that servers ask for. Wordings of servers are never looked at.</summary>
internal static class Refusals
{
    private static readonly TimeSpan PauseWithoutHeaders = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);

    /// <param name="refusal">What the server answered.</param>
    /// <param name="resetHeader">Where this protocol writes when calls are welcome again.</param>
    /// <param name="isWrite">Whether the call may have changed something.</param>
    /// <param name="kindOf">What every other status means, from the error's name.</param>
    public static Failure Read(Refusal refusal, string resetHeader, bool isWrite, Func<string?, FailureKind> kindOf)
    {
        var code = CleanCode(refusal.Body.Text("error"));
        return refusal.Status switch
        {
            429 => new(FailureKind.RateLimited, 429, code, Until(refusal, resetHeader) ?? refusal.Now + PauseWithoutHeaders),
            >= 500 => new(FailureKind.ServerError, refusal.Status, code, Until(refusal, resetHeader), isWrite),
            _ => new(kindOf(code), refusal.Status, code),
        };
    }

    private static DateTimeOffset? Until(Refusal refusal, string resetHeader)
    {
        var now = refusal.Now;
        var until = refusal.Headers.RetryAfter switch
        {
            { Delta: { } delta } => now + (delta < LongestPause ? delta : LongestPause),
            { Date: { } date } => date,
            _ => ResetAt(refusal.Headers, resetHeader),
        };
        if (until is null) return null;
        var (soonest, latest) = (now + TimeSpan.FromSeconds(1), now + LongestPause);
        if (until < soonest) return soonest;
        return until > latest ? latest : until.Value.ToUniversalTime();
    }

    // Seconds since 1970, or the moment as Mastodon writes it.
    private static DateTimeOffset? ResetAt(HttpResponseHeaders headers, string name)
    {
        if (!headers.TryGetValues(name, out var values)) return null;
        var text = values.First();
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : JsonReading.ParseTime(text);
    }

    private static string? CleanCode(string? code) =>
        code is { Length: > 0 and <= 64 } && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') ? code : null;
}
