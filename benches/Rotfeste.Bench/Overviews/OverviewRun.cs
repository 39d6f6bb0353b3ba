using Rotfeste.Bench.Figures;
using Rotfeste.Bench.Grounds;
using Rotfeste.Bench.Pages;

namespace Rotfeste.Bench.Overviews;

/// <summary>The page that shows what is said, over a million mentions, as a few people open it at once.</summary>
internal static class OverviewRun
{
    private const int Connections = 2;
    private const double Aim = 100;
    private const string Page = "/fjellvik/mentions";

    public static async Task RunAsync(bool isShort)
    {
        using var ground = await SeededFolder.OpenAsync("mentions", ManyMentions.Edition, ManyMentions.WriteAsync);
        await using var product = await Product.StartAsync(ground);
        var cookie = await Visit.SignInAsync(product.Address);
        (string Name, string Path)[] pages =
        [
            ("overview, 14 days", Page), ("overview, 90 days", $"{Page}?days=90"), ("one language", $"{Page}?language=nn"),
            ("sentence and bars alone", $"{Page}/now"),
        ];
        foreach (var (name, path) in pages)
            await OneAsync(product.Address, cookie, name, path, isShort);
    }

    private static async Task OneAsync(Uri address, string cookie, string name, string path, bool isShort)
    {
        var flood = new Flood(address, cookie, [path]);
        await flood.RunAsync(Connections, TimeSpan.FromSeconds(isShort ? 3 : 10), TimeSpan.FromSeconds(isShort ? 5 : 20));
        new Result(
            $"{name}, 1,000,000 mentions, {Connections} connections",
            [
                new("req/s", flood.Rate),
                new("p50 ms", (flood.Times.Quantile(0.5) ?? 0) / 1000.0),
                new("p99 ms", (flood.Times.Quantile(0.99) ?? 0) / 1000.0, Aim),
                new("bytes", Math.Round(flood.BytesEach)),
            ]).Print();
    }
}
