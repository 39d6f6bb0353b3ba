using Rotfeste.Networks.Http;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Mastodon.Rest;

/// <summary>What a refusal means, from its status and whether JSON came with it.</summary>
internal static class RestFailures
{
    public static Failure Read(RestCall call, Refusal refusal) =>
        Refusals.Read(refusal, "X-RateLimit-Reset", call.IsWrite, _ => KindOf(call, refusal.Status, refusal.Body.IsObject()));

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
}
