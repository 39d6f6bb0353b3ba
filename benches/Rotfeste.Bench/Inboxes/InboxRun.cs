using Rotfeste.Bench.Figures;
using Rotfeste.Bench.Grounds;
using Rotfeste.Bench.Ingest;
using Rotfeste.Bench.Pages;

namespace Rotfeste.Bench.Inboxes;

/// <summary>Fifty people at work over a million conversations while the network goes on: pages, writing, and how soon a post is on a screen.</summary>
internal static class InboxRun
{
    private const int EventsPerSecond = 100;
    private const double AddressedShare = 0.02;

    public static async Task RunAsync(bool isShort)
    {
        using (var sqlite = await SeededFolder.OpenAsync("inboxes", Crew.Edition, Crew.WriteAsync))
            await MeasureAsync("SQLite", sqlite, isShort);
        using var postgres = await Ground.OnPostgresAsync();
        if (postgres is null)
            return;
        using (var rows = await SeededFolder.OpenAsync("inboxes", Crew.Edition, Crew.WriteAsync))
        {
            await Founded.OnAsync(postgres);
            await TableCopy.RunAsync(rows, postgres);
        }

        await MeasureAsync("PostgreSQL", postgres, isShort);
    }

    private static async Task MeasureAsync(string database, Ground ground, bool isShort)
    {
        var (warm, length) = (TimeSpan.FromSeconds(isShort ? 15 : 30), TimeSpan.FromSeconds(isShort ? 30 : 300));
        await using var server = await StreamServer.StartAsync();
        await using var product = await Product.StartAsync(ground, server.Address);
        var socket = await server.ListenerAsync();
        await product.RestAsync();
        var times = new Times();
        var cookies = new List<string>();
        for (var number = 0; number < Crew.People; number++)
            cookies.Add(await Visit.SignInAsync(product.Address, Crew.EmailOf(number), number));
        var desks = cookies.Select(c => new Desk(product.Address, c, times)).ToList();
        var expected = new Expected();
        await using var looking = await ground.LookAsync();
        using var over = new CancellationTokenSource();
        var working = desks.Select((d, n) => new Worker(d, n).RunAsync(over.Token)).ToList();
        var watching = new ScreenWatch(product.Address, cookies[0], looking, expected).RunAsync(over.Token);
        await Task.WhenAny(Task.Delay(warm), watching, Task.WhenAny(working));
        times.Counts = true;
        var before = product.Look.Processor;
        await Task.WhenAny(
            new Feed(socket, new EventMix(new Listened(Words.Names, [Founded.Account]), AddressedShare), expected).RunAsync(EventsPerSecond, length),
            watching, Task.WhenAny(working));
        var processors = (product.Look.Processor - before) / length;
        times.Counts = false;
        await Task.WhenAny(Task.Delay(TimeSpan.FromSeconds(3)), watching);
        await over.CancelAsync();
        await Task.WhenAll([watching, .. working]);
        desks.ForEach(d => d.Dispose());
        foreach (var complaint in product.Complaints.Take(5))
            Console.WriteLine($"The product complained: {complaint}");
        new Result(
            $"{Crew.People} people at work, {Crew.Conversations:N0} conversations, {database}",
            [
                .. times.Figures(length),
                new("post on a screen, how many", expected.Conversations.Count),
                new("post on a screen p50 ms", (expected.Conversations.Quantile(0.5) ?? 0) / 1000.0),
                new("post on a screen p99 ms", (expected.Conversations.Quantile(0.99) ?? 0) / 1000.0, 1_000),
                new("posts never on a screen", expected.OldestConversation is null ? 0 : expected.SentConversations - expected.Conversations.Count, 0),
                new("processors used by the product", processors),
                new("memory at most MB", product.Look.MostMegabytes, 500),
            ]).Print();
    }
}
