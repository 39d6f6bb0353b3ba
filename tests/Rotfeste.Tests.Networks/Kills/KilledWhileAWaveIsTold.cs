using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Rotfeste.Tests.Networks.Kills;

/// <summary>The process dies before a wave is stored, after it, and at the end of the round: there is one wave, and whoever asked is told once.</summary>
public sealed class KilledWhileAWaveIsTold
{
    private const int Days = 16;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task A_wave_is_told_once_wherever_the_process_dies()
    {
        await using var product = await ProductProcess.StartAsync(ProductSettings.Alone());
        using var desk = await Desk.SetUpAsync(product);
        await desk.SearchForAsync("Om oss", "sørlandsbåten");
        var page = await desk.OpenAsync("waves");
        var watch = page.Document.Forms.Select(f => f.GetAttribute("action")!).Single(a => a.Contains("/waves/watching/", StringComparison.Ordinal));
        await desk.SendAsync(page, watch);
        await ImportFile.UploadAsync(desk, Posts(DateTime.UtcNow));
        await Eventually.ShouldHoldAsync(() => StoredRows.Ask(product.Settings, "SELECT Id FROM listening_imports WHERE EndedAt IS NOT NULL").Count.ShouldBe(1));
        await product.KillAsync();
        ListenedLonger(product.Settings);

        await DieAtAsync(product, "wave-before-save");
        Rows(product, "listening_waves").ShouldBe(0);
        await DieAtAsync(product, "wave-saved");
        await DieAtAsync(product, "wave-round-over");

        Rows(product, "listening_waves").ShouldBe(1);
        Rows(product, "people_notices WHERE Kind = 'wave-risen'").ShouldBe(1);
    }

    private static async Task DieAtAsync(ProductProcess product, string point)
    {
        await product.RestartAsync(product.Settings with { KillAt = point });
        await product.DiedAsync();
    }

    private static long Rows(ProductProcess product, string from) =>
        long.Parse(StoredRows.Ask(product.Settings, $"SELECT count(*) FROM {from}").Single(), CultureInfo.InvariantCulture);

    // One each half hour, and fifteen in each of the last steps that are over.
    private static IEnumerable<string> Posts(DateTime now)
    {
        var number = 0;
        for (var at = now.AddDays(-Days); at < now.AddMinutes(-30); at += TimeSpan.FromMinutes(30))
            yield return Post(++number, at);
        for (var step = 1; step <= 6; step++)
        {
            for (var post = 0; post < 15; post++)
                yield return Post(++number, now - (Step * step) + TimeSpan.FromSeconds(post));
        }
    }

    private static string Post(int number, DateTime at) =>
        $$"""{"id":"{{number}}","text":"Sørlandsbåten nummer{{number}} sett fra bro{{number % 97}}","at":"{{at:yyyy-MM-ddTHH:mm:ssZ}}","source":"facebook"}""";

    // As if the search had been there for as long as the posts go back.
    private static void ListenedLonger(ProductSettings product)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(product.DataFolder, "rotfeste.db"),
            Pooling = false,
        }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE listening_searches SET CreatedAt = CreatedAt - @ago";
        command.Parameters.AddWithValue("@ago", TimeSpan.FromDays(Days).Ticks / TimeSpan.TicksPerMicrosecond);
        command.ExecuteNonQuery();
    }
}
