using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Agreements.Standings;
using Rotfeste.Bench.Figures;
using Rotfeste.Bench.Grounds;
using Rotfeste.Bench.Pages;
using Rotfeste.Host.Server;
using Rotfeste.Platform.Data;

namespace Rotfeste.Bench.Gates;

/// <summary>The overview over 1,000 initiatives with 50 people each, and the time to compute everything again from what happened.</summary>
internal static class GatesRun
{
    private const string List = "/fjellvik/initiatives";
    private const int Rounds = 5;
    private const int Warming = 8;
    private static readonly (string Name, string[] Paths)[] Pages =
    [
        ("overview, first page", [List]),
        ("overview, later pages and by unit", [.. Enumerable.Range(2, 39).Select(p => $"{List}?page={p}"), $"{List}?unit=none"]),
        ("overview, what concerns me", [$"{List}?mine=true"]),
        ("leader's table", ["/fjellvik/table"]),
    ];

    public static async Task RunAsync(bool isShort)
    {
        using (var ground = await SeededFolder.OpenAsync("initiatives", ManyInitiatives.Edition, ManyInitiatives.WriteAsync))
            await MeasureAsync("SQLite", ground, isShort);

        // Bulk rows for PostgreSQL cannot be kept as a folder; they are written anew each time.
        using var postgres = await Ground.OnPostgresAsync();
        if (postgres is null)
            return;
        await Founded.OnAsync(postgres, ManyInitiatives.WriteAsync);
        await MeasureAsync("PostgreSQL", postgres, isShort);
    }

    private static async Task MeasureAsync(string database, Ground ground, bool isShort)
    {
        new Result($"all re-computed, {ManyInitiatives.All:N0} × {ManyInitiatives.Asked}, {database}", await ReckonAsync(ground)).Print();
        await using var product = await Product.StartAsync(ground);
        var cookie = await Visit.SignInAsync(product.Address);

        // As warm as a server that has stood for a while: code that was just compiled is compiled once more.
        await new Flood(product.Address, cookie, [.. Pages.SelectMany(p => p.Paths)]).RunAsync(Warming, TimeSpan.Zero, TimeSpan.FromSeconds(isShort ? 20 : 60));
        foreach (var connections in new[] { 1, 8 })
        {
            foreach (var (name, paths) in Pages)
            {
                var flood = new Flood(product.Address, cookie, paths);
                var before = product.Look.Processor;
                await flood.RunAsync(connections, TimeSpan.FromSeconds(isShort ? 2 : 5), TimeSpan.FromSeconds(isShort ? 3 : 10));
                new Result(
                    $"{name}, {ManyInitiatives.All:N0} × {ManyInitiatives.Asked}, {connections} at once, {database}",
                    [
                        new("req/s", flood.Rate),
                        new("p50 ms", (flood.Times.Quantile(0.5) ?? 0) / 1000.0),
                        new("p99 ms", (flood.Times.Quantile(0.99) ?? 0) / 1000.0, 50),
                        new("bytes", Math.Round(flood.BytesEach)),
                        new("processor ms a page", (product.Look.Processor - before).TotalMilliseconds / flood.All),
                    ]).Print();
            }
        }
    }

    private static async Task<IReadOnlyList<Figure>> ReckonAsync(Ground ground)
    {
        var settings = ground.Settings;
        var services = new ServiceCollection().AddLogging().AddRooms(settings);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        await using var provider = services.BuildServiceProvider();
        var (times, all, mended) = (new List<double>(), 0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            await using var scope = provider.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
            var began = Stopwatch.GetTimestamp();
            (all, mended) = await scope.ServiceProvider.GetRequiredService<ReckonAgain>().RunAsync(default);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return
        [
            new("agreements", all, ManyInitiatives.All, MoreIsBetter: true),
            new("that stood otherwise", mended, 0),
            new("first time, cold code, ms", times[0]),
            new("median of the later ones, ms", times.Skip(1).Order().ElementAt((Rounds - 1) / 2), 1_000),
        ];
    }
}
