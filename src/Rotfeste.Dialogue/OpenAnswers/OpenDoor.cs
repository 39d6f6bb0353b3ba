using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using System.Threading.RateLimiting;

namespace Rotfeste.Dialogue.OpenAnswers;

/// <summary>How many pages and answers to "did this help" one network address has a minute; a whole school may share it.</summary>
internal sealed record OpenLimits(int Pages = 240, int Helps = 20);

/// <summary>What everybody can reach without signing in.</summary>
internal static class OpenDoor
{
    public const string Pages = "open-answers";
    public const string Helps = "open-answers-help";

    public static IServiceCollection AddOpenAnswers(this IServiceCollection services) => services
        .AddSingleton(new OpenLimits())
        .AddSingleton<HelpTokens>()
        .AddScoped<ShowOpenAnswers>()
        .AddScoped<CountHelp>()
        .Configure<RateLimiterOptions>(options =>
        {
            options.AddPolicy(Pages, http => By(http, Pages, http.RequestServices.GetRequiredService<OpenLimits>().Pages));
            options.AddPolicy(Helps, http => By(http, Helps, http.RequestServices.GetRequiredService<OpenLimits>().Helps));
        });

    private static RateLimitPartition<string> By(HttpContext http, string what, int most) => RateLimitPartition.GetSlidingWindowLimiter(
        $"{what} {http.Connection.RemoteIpAddress}",
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
}
