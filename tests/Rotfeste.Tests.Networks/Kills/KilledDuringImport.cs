using System.Globalization;

namespace Rotfeste.Tests.Networks.Kills;

/// <summary>A file of posts is read while the process dies again and again. Every line is stored, and once; so are all counts of them.</summary>
public sealed class KilledDuringImport(ITestOutputHelper output)
{
    private const int OfWhichHit = 100;

    [Fact]
    public Task A_file_that_kills_cut_off_is_read_to_its_end_and_no_line_twice() => KillAsync(lines: 12_000, kills: 2);

    [Fact]
    [Trait("Length", "long")]
    public Task A_million_lines_that_kills_cut_off_are_read_to_their_end_and_no_line_twice() => KillAsync(lines: 1_000_000, kills: 9);

    private async Task KillAsync(int lines, int kills)
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var product = await ProductProcess.StartAsync(ProductSettings.Alone());
        using var desk = await Desk.SetUpAsync(product);
        await desk.SearchForAsync("Om oss", "sørlandsbåten");

        // The named point first: the batch is stored, and nobody was told of it.
        await product.RestartAsync(product.Settings with { KillAt = "import-batch-stored" });
        await ImportFile.UploadAsync(desk, Posts(lines));
        await product.DiedAsync(120);
        for (var kill = 1; kill <= kills; kill++)
        {
            await product.RestartAsync(product.Settings with { KillAt = null });
            await ReadToAsync(product, ((long)lines * kill / (kills + 1)) + random.Next(lines / (kills + 1) / 2), TimeSpan.FromMilliseconds(random.Next(40)));
            await product.KillAsync();
            Stored(product, "SELECT Lines FROM listening_imports").ShouldBeInRange(1, lines - 1);
        }

        await product.RestartAsync();
        await ReadToAsync(product, lines, TimeSpan.Zero);
        await Eventually.ShouldHoldAsync(() => Stored(product, "SELECT count(*) FROM listening_imports WHERE EndedAt IS NOT NULL").ShouldBe(1), 60);
        ShouldHoldAllOnce(product, lines);
    }

    private static void ShouldHoldAllOnce(ProductProcess product, int lines)
    {
        Stored(product, "SELECT Lines FROM listening_imports").ShouldBe(lines);
        Stored(product, "SELECT Received FROM listening_imports").ShouldBe(lines);
        Stored(product, "SELECT Found FROM listening_imports").ShouldBe(lines);
        Stored(product, "SELECT Bad FROM listening_imports").ShouldBe(0);
        Stored(product, "SELECT count(DISTINCT Uri) FROM listening_posts").ShouldBe(lines);
        Stored(product, "SELECT count(*) FROM listening_posts").ShouldBe(lines);
        Stored(product, "SELECT count(DISTINCT Post) FROM listening_mentions").ShouldBe(lines);
        Stored(product, "SELECT count(*) FROM listening_mentions").ShouldBe(lines);
        Stored(product, "SELECT count(*) FROM listening_hits").ShouldBe(lines / OfWhichHit);

        // Of each hour there is one sum over all, and one of the search.
        Stored(product, "SELECT sum(\"Count\") FROM listening_counts").ShouldBe(lines + (lines / OfWhichHit));
        Stored(product, "SELECT sum(Found) FROM listening_source_days").ShouldBe(lines);
        Stored(product, "SELECT count(*) FROM platform_facts WHERE Type LIKE 'mention-found/%'").ShouldBe(lines);
    }

    private static async Task ReadToAsync(ProductProcess product, long lines, TimeSpan andThen)
    {
        while (Stored(product, "SELECT Lines FROM listening_imports") < lines)
        {
            product.HasEnded.ShouldBeFalse(product.Said());
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await Task.Delay(andThen, TestContext.Current.CancellationToken);
    }

    private static long Stored(ProductProcess product, string sql) => long.Parse(StoredRows.Ask(product.Settings, sql).Single(), CultureInfo.InvariantCulture);

    // Unlike each other, so that each stands for itself; spread over two weeks.
    private static IEnumerable<string> Posts(int lines)
    {
        var last = DateTime.UtcNow.AddMinutes(-10);
        for (var line = 1; line <= lines; line++)
        {
            var words = line % OfWhichHit == 0 ? "Sørlandsbåten" : $"bussen{line % 977} {line % 1_009}";
            yield return $$"""{"id":"{{line}}","text":"{{words}} gikk fra kai{{line}} i dag","at":"{{last.AddSeconds(-(line % 1_200_000)):yyyy-MM-ddTHH:mm:ssZ}}","source":"facebook"}""";
        }
    }
}
