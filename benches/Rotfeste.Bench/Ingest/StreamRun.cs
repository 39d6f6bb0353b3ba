using System.Diagnostics;
using Rotfeste.Analysis;
using Rotfeste.Bench.Figures;
using Rotfeste.Bench.Grounds;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Bench.Ingest;

/// <summary>A stream through the whole path, from the wire to rows that a reader finds.</summary>
internal static class StreamRun
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <summary>On SQLite, then on PostgreSQL where there is one.</summary>
    public static async Task RunAsync(StreamLoad load, bool isShort)
    {
        var length = TimeSpan.FromSeconds(isShort ? 30 : 300);
        using (var sqlite = Ground.OnSqlite())
            (await RunAsync("sqlite", load, sqlite, length)).Print();
        if (await Ground.OnPostgresAsync() is not { } postgres)
            return;
        using (postgres)
            (await RunAsync("postgresql", load, postgres, length)).Print();
    }

    private static async Task<Result> RunAsync(string database, StreamLoad load, Ground ground, TimeSpan length)
    {
        IReadOnlyList<OrganisationId> listeners = [];
        await Founded.OnAsync(ground, async (founded, services) => listeners = await load.AddListeners(founded, services));
        await using var server = await StreamServer.StartAsync();
        await using var product = await Product.StartAsync(ground, server.Address);
        var socket = await server.ListenerAsync();
        await product.RestAsync();
        var expected = new Expected();
        var mix = new EventMix(load.Listened);
        var feed = new Feed(socket, mix, expected);
        var memory = new MemoryWatch(product.Look);
        await using var looking = await ground.LookAsync();
        using var over = new CancellationTokenSource();
        var reading = new Reader(looking, listeners, expected).RunAsync(over.Token);
        var watching = memory.RunAsync(over.Token);
        var before = product.Look.Processor;
        await feed.RunAsync(load.PerSecond, length);
        var processor = product.Look.Processor - before;
        await WaitAsync(expected, reading);
        await over.CancelAsync();
        await Task.WhenAll(reading, watching);
        Complain(product, server);
        return new Result($"{load.Name} {database}, {load.PerSecond:N0} events/s for {length.TotalSeconds:N0} s, {mix.MeanBytes:N0} bytes a post",
            [.. Speed(feed, load, processor), .. Times(expected), .. Memory(memory, load), .. await CountsAsync(ground, listeners, expected)]);
    }

    private static async Task WaitAsync(Expected expected, Task reading)
    {
        var watch = Stopwatch.StartNew();
        while (expected.Outstanding > 0 && watch.Elapsed < LongestWait && !reading.IsCompleted)
            await Task.Delay(100);
    }

    private static IEnumerable<Figure> Speed(Feed feed, StreamLoad load, TimeSpan processor) =>
    [
        new("events/s taken", feed.Sent / feed.Took.TotalSeconds, load.PerSecond * 0.99, MoreIsBetter: true),
        new("longest backlog ms", feed.WorstLag.TotalMilliseconds),
        new("processors used by the product", processor / feed.Took),
    ];

    private static IEnumerable<Figure> Times(Expected expected) =>
    [
        .. Times("mention visible", expected.Mentions),
        .. Times("conversation visible", expected.Conversations),
    ];

    private static IEnumerable<Figure> Times(string name, LatencyRecorder times) =>
    [
        new($"{name} p50 ms", (times.Quantile(0.5) ?? 0) / 1000.0),
        new($"{name} p99 ms", (times.Quantile(0.99) ?? 0) / 1000.0, 1_000),
        new($"{name} max ms", times.Max / 1000.0),
    ];

    private static IEnumerable<Figure> Memory(MemoryWatch memory, StreamLoad load)
    {
        yield return new("memory at most MB", memory.Most, load.MostMegabytes);
        if (memory.Minute(1) is not { } first || memory.Minute(5) is not { } fifth)
            yield break;
        yield return new("memory minute 1 MB", first);
        yield return new("memory minute 5 MB", fifth);
        yield return new("memory minute 5 / minute 1", fifth / first, 1.1);
    }

    private static async Task<IEnumerable<Figure>> CountsAsync(Ground ground, IReadOnlyList<OrganisationId> listeners, Expected expected)
    {
        var sent = expected.SentMentions + expected.SentConversations;
        var posts = await Reader.CountAsync(ground, listeners, "listening_posts");
        var mentions = await Reader.CountAsync(ground, listeners, "listening_mentions");
        var conversations = await Reader.CountAsync(ground, listeners, "dialogue_conversation_posts");
        var erased = await Reader.CountAsync(ground, listeners, "listening_posts", "\"Erased\" IS NOT NULL");
        return
        [
            new("posts to store", sent),
            new("never seen", expected.Outstanding, 0),
            new("posts lost or doubled", Math.Abs(sent - posts), 0),
            new("mentions lost or doubled", Math.Abs(expected.SentMentions - mentions), 0),
            new("posts in conversations lost or doubled", Math.Abs(expected.SentConversations - conversations), 0),
            new("erased", erased),
            new("erasures missing", Math.Abs(expected.SentErasures - erased), 0),
        ];
    }

    private static void Complain(Product product, StreamServer server)
    {
        if (server.Connections != 1)
            Console.WriteLine($"The product connected {server.Connections} times; figures of this run do not count.");
        foreach (var complaint in product.Complaints.Take(5))
            Console.WriteLine($"The product complained: {complaint}");
    }
}
