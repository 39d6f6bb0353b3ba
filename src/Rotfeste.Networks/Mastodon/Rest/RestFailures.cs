using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Mastodon.Rest;

/// <summary>From status, headers and error name to a <see cref="Failure"/>. Wordings of servers are never looked at.</summary>
internal static class RestFailures
{
    private static readonly TimeSpan PauseWithoutHeaders = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);

    public static Failure Read(RestCall call, HttpStatusCode status, HttpResponseHeaders headers, JsonElement body, DateTimeOffset now)
    {
        var number = (int)status;
        var code = CleanCode(body.Text("error"));
        if (status == HttpStatusCode.TooManyRequests)
            return new(FailureKind.RateLimited, number, code, Until(headers, now) ?? now + PauseWithoutHeaders);
        if (number >= 500)
            return new(FailureKind.ServerError, number, code, Until(headers, now), call.IsWrite);
        return new(KindOf(call, number, body.IsObject()), number, code);
    }

    private static FailureKind KindOf(RestCall call, int status, bool isJson) => (status, call.Purpose) switch
    {
        (404 or 410, _) => FailureKind.NotFound,
        (400 or 401 or 403, Purpose.SignIn) when isJson || status == 401 => FailureKind.SignInRefused,
        (401, _) => FailureKind.TokenRevoked,
        // Some servers answer a reading whose token they do not know with 422 and a page instead of 401.
        (422, Purpose.Read or Purpose.ReadOwn) when !isJson => FailureKind.TokenRevoked,
        (403, Purpose.ReadOwn) => FailureKind.AccountClosed,
        (403 or 422, _) => FailureKind.Refused,
        _ => isJson ? FailureKind.Refused : FailureKind.NotJson,
    };

    private static DateTimeOffset? Until(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var until = headers.RetryAfter switch
        {
            { Delta: { } delta } => now + (delta < LongestPause ? delta : LongestPause),
            { Date: { } date } => date,
            _ => headers.TryGetValues("X-RateLimit-Reset", out var values) ? ResetAt(values.First()) : null,
        };
        if (until is null) return null;
        var (soonest, latest) = (now + TimeSpan.FromSeconds(1), now + LongestPause);
        if (until < soonest) return soonest;
        return until > latest ? latest : until.Value.ToUniversalTime();
    }

    // Mastodon writes the moment, some of its relatives seconds since 1970.
    private static DateTimeOffset? ResetAt(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : JsonReading.ParseTime(text);

    private static string? CleanCode(string? code) =>
        code is { Length: > 0 and <= 64 } && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') ? code : null;
}
