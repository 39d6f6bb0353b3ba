using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.People.Tokens;

namespace Rotfeste.People.SignIns;

/// <summary>How many tries one network address has.</summary>
/// <param name="SignIns">Sign-ins a minute; a whole office may share the address.</param>
/// <param name="Codes">Set-up codes, mail links and resets a minute.</param>
/// <param name="Calendars">Calendars fetched a minute; one service may fetch for many.</param>
/// <param name="Programs">Calls a minute by one token, or by one address without.</param>
internal sealed record SignInLimits(int SignIns = 30, int Codes = 10, int Calendars = 120, int Programs = 300);

/// <summary>Slows down whoever guesses passwords and codes.</summary>
internal static class Throttle
{
    public const string SignIn = "sign-in";
    public const string Codes = "codes";
    public const string Calendars = "calendars";
    public const string Programs = "programs";

    public static void Set(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(SignIn, http => By(http, SignIn, Limits(http).SignIns));
        options.AddPolicy(Codes, http => By(http, Codes, Limits(http).Codes));
        options.AddPolicy(Calendars, http => By(http, Calendars, Limits(http).Calendars));
        options.AddPolicy(Programs, http => http.User.FindFirst(TokenHandler.TokenClaim) is { } token
            ? Of($"{Programs} {token.Value}", Limits(http).Programs)
            : By(http, Programs, Limits(http).Programs));
    }

    private static SignInLimits Limits(HttpContext http) => http.RequestServices.GetRequiredService<SignInLimits>();

    private static RateLimitPartition<string> By(HttpContext http, string what, int most) =>
        Of($"{what} {http.Connection.RemoteIpAddress}", most);

    private static RateLimitPartition<string> Of(string whom, int most) =>
        RateLimitPartition.GetSlidingWindowLimiter(
            whom,
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
}
