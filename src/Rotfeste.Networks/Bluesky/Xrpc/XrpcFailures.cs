using Rotfeste.Networks.Http;

namespace Rotfeste.Networks.Bluesky.Xrpc;

/// <summary>What a refusal means, from its status and the error's name.</summary>
internal static class XrpcFailures
{
    public static Failure Read(XrpcCall call, Refusal refusal) =>
        Refusals.Read(refusal, "RateLimit-Reset", call.IsWrite, code => KindOf(call, refusal.Status, code));

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
}
