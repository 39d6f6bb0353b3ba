using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rotfeste.Bench.Figures;
using Rotfeste.Bench.Grounds;
using Rotfeste.Host.Server;
using Rotfeste.Platform.Data;

namespace Rotfeste.Bench.Pages;

/// <summary>Opens pages one at a time in this process and times what they ask of the database.</summary>
internal static class StatementRun
{
    private const int Rounds = 20;
    private const int ColdRounds = 3;
    private const int Aim = 10;

    public static async Task<IReadOnlyList<Figure>> RunAsync(Ground ground, IReadOnlyList<string> paths)
    {
        var statements = new Statements();
        var clock = new LeapingClock();
        await using var app = HostApp.Build(ground.Settings, "127.0.0.1", 0, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.ConfigureDbContext<AppDb>(o => o.AddInterceptors(statements));
            builder.Services.RemoveAll<IClock>().AddSingleton<IClock>(clock);
        });
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await OpenAsync(address, await Visit.SignInAsync(address), paths, statements, clock);
        await app.StopAsync();

        var slowest = statements.Slowest;
        foreach (var (sql, times, median) in slowest.Take(8))
            Console.WriteLine($"  {median,8:0.00} ms, {times} times: {string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}");
        return [new("statements", slowest.Count), new("slowest statement, median ms", slowest.Count == 0 ? 0 : slowest[0].Median, Aim)];
    }

    private static async Task OpenAsync(Uri address, string cookie, IReadOnlyList<string> paths, Statements statements, LeapingClock clock)
    {
        using var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        for (var round = 0; round < Rounds; round++)
        {
            // The first rounds find cold caches and code that is not compiled yet.
            if (round == ColdRounds)
                statements.Forget();
            foreach (var path in paths)
            {
                clock.Leap();
                using var answer = await http.GetAsync(path);
                answer.EnsureSuccessStatusCode();
            }
        }
    }

    /// <summary>Leaps past what the product keeps in memory for some seconds, so that each page asks anew.</summary>
    private sealed class LeapingClock : IClock
    {
        private Duration ahead = Duration.Zero;

        public Instant GetCurrentInstant() => SystemClock.Instance.GetCurrentInstant() + ahead;

        public void Leap() => ahead += Duration.FromSeconds(15);
    }
}
