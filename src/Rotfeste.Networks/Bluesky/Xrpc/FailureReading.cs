using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Bluesky.Xrpc;

/// <summary>From status, headers and error name to a <see cref="Failure"/>. Wordings of servers are never looked at.</summary>
internal static class FailureReading
{
    private static readonly TimeSpan PauseWithoutHeaders = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);

    public static Failure Read(XrpcCall call, HttpStatusCode status, HttpResponseHeaders headers, JsonElement body, DateTimeOffset now)
    {
        var number = (int)status;
        var code = CleanCode(body.Text("error"));
        if (status == HttpStatusCode.TooManyRequests)
            return new(FailureKind.RateLimited, number, code, Until(headers, now) ?? now + PauseWithoutHeaders);
        if (number >= 500)
            return new(FailureKind.ServerError, number, code, Until(headers, now), call.IsWrite);
        return new(KindOf(call, number, code), number, code);
    }

    private static FailureKind KindOf(XrpcCall call, int status, string? code)
    {
        // With 401 the same names speak of the caller's own account.
        if (code is not null && status != 401 && call.Absent.Contains(code, StringComparer.Ordinal)) return FailureKind.NotFound;
        return code switch
        {
            "ExpiredToken" => call.Purpose == Purpose.Refresh ? FailureKind.TokenRevoked : FailureKind.TokenExpired,
            "AccountTakedown" or "AccountSuspended" or "AccountDeactivated" or "RepoTakendown" or "RepoSuspended" or "RepoDeactivated"
                => FailureKind.AccountClosed,
            "AuthFactorTokenRequired" => FailureKind.SignInRefused,
            "InvalidToken" or "AuthMissing" or "AuthenticationRequired" => WithoutRight(call),
            "NotFound" or "RecordNotFound" or "RepoNotFound" => FailureKind.NotFound,
            "InvalidSwap" => FailureKind.InvalidSwap,
            not null => status == 401 ? WithoutRight(call) : FailureKind.Refused,
            null => status == 401 ? WithoutRight(call) : FailureKind.NotJson,
        };
    }

    private static FailureKind WithoutRight(XrpcCall call) =>
        call.Purpose == Purpose.SignIn ? FailureKind.SignInRefused : FailureKind.TokenRevoked;

    private static DateTimeOffset? Until(HttpResponseHeaders headers, DateTimeOffset now)
    {
        var until = headers.RetryAfter switch
        {
            { Delta: { } delta } => now + (delta < LongestPause ? delta : LongestPause),
            { Date: { } date } => date,
            _ => ResetAt(headers),
        };
        if (until is null) return null;
        var (soonest, latest) = (now + TimeSpan.FromSeconds(1), now + LongestPause);
        if (until < soonest) return soonest;
        return until > latest ? latest : until.Value.ToUniversalTime();
    }

    private static DateTimeOffset? ResetAt(HttpResponseHeaders headers) =>
        headers.TryGetValues("RateLimit-Reset", out var values)
        && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds is > 0 and < 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private static string? CleanCode(string? code) =>
        code is { Length: > 0 and <= 64 } && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_') ? code : null;
}
