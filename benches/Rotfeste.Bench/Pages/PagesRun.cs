using Rotfeste.Bench.Figures;
using Rotfeste.Bench.Grounds;

namespace Rotfeste.Bench.Pages;

/// <summary>The pages that people have open all day, over 100,000 conversations.</summary>
internal static class PagesRun
{
    private const int Connections = 32;
    private const int Opened = 200;
    private const string Organisation = "/fjellvik";

    public static async Task RunAsync(bool isShort)
    {
        using var ground = await SeededFolder.OpenAsync("conversations", ManyConversations.Edition, ManyConversations.WriteAsync);
        var conversations = await ConversationsAsync(ground);
        (string Name, IReadOnlyList<string> Paths)[] pages =
        [
            ("inbox page", [$"{Organisation}/inbox"]),
            ("conversation page", [.. conversations.Select(c => $"{Organisation}/inbox/{c}")]),
            ("inbox rows", [$"{Organisation}/inbox/rows"]),
        ];

        var alone = await StatementRun.RunAsync(ground, [.. pages.SelectMany(p => p.Paths.Take(5)), $"{Organisation}/inbox?view=closed"]);
        new Result("statements of the inbox and a conversation, 100,000 conversations, alone", alone).Print();
        await using var product = await Product.StartAsync(ground);
        var cookie = await Visit.SignInAsync(product.Address);
        foreach (var (name, paths) in pages)
        {
            var flood = new Flood(product.Address, cookie, paths);
            var before = product.Look.Processor;
            await flood.RunAsync(Connections, TimeSpan.FromSeconds(isShort ? 4 : 60), TimeSpan.FromSeconds(isShort ? 5 : 20));
            new Result(
                $"{name}, 100,000 conversations, {Connections} connections",
                [
                    new("req/s", flood.Rate, 2_000, MoreIsBetter: true),
                    new("p50 ms", (flood.Times.Quantile(0.5) ?? 0) / 1000.0),
                    new("p99 ms", (flood.Times.Quantile(0.99) ?? 0) / 1000.0, 30),
                    new("bytes", Math.Round(flood.BytesEach)),
                    new("processor ms a page", (product.Look.Processor - before).TotalMilliseconds / flood.All),
                    new("memory MB", product.Look.Megabytes),
                ]).Print();
        }
    }

    private static async Task<IReadOnlyList<Guid>> ConversationsAsync(Ground ground)
    {
        await using var connection = await ground.LookAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"""SELECT "Id" FROM dialogue_conversations ORDER BY "Place" LIMIT {Opened}""";
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<Guid>();
        while (await rows.ReadAsync())
            found.Add(rows.GetGuid(0));
        return found;
    }
}
