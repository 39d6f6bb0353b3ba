using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Analysis;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Sources;
using Rotfeste.Listening.Streams;
using Rotfeste.Listening.Volumes;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Listening.Volumes;

public sealed class MissedTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 20, 12, 0);

    [Fact]
    public void Hours_without_one_source_of_several_are_at_least_unless_it_is_missing_throughout()
    {
        var counts = new HourlyCounts([KeyValuePair.Create(Noon, 4L)], []);
        var hours = counts.Buckets(Noon, Noon + Duration.FromHours(3), BucketWidth.Hour, DateTimeZone.Utc, Noon + Duration.FromHours(9));
        var lost = new Missed(new Interval(Noon + Duration.FromMinutes(90), Noon + Duration.FromHours(2)), IsWhole: false, null);
        var throughout = new Missed(new Interval(Noon - Duration.FromDays(9), null), IsWhole: false, null);

        Missed.Weaken(hours, [lost], Noon).Select(h => h.State).ShouldBe([BucketState.Known, BucketState.AtLeast, BucketState.Known]);
        Missed.Weaken(hours, [throughout], Noon).Select(h => h.State).ShouldAllBe(s => s == BucketState.Known);
        Missed.Weaken(hours, [throughout], Noon - Duration.FromDays(20)).Select(h => h.State).ShouldAllBe(s => s == BucketState.AtLeast);
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_gap_is_hatched_and_named_in_chart_table_and_file_and_nothing_is_expected_of_it(Provider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        using var owner = app.NewVisitor();
        var (path, organisation) = await ListeningScreenTests.SetUpAsync(app, owner);
        var zone = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
        var today = SystemClock.Instance.GetCurrentInstant().InZone(zone).Date;
        Instant At(int daysAgo, int hour) => today.PlusDays(-daysAgo).At(new LocalTime(hour, 0)).InZoneLeniently(zone).ToInstant();
        await app.InAsync(organisation, async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            db.Add(new Search { Id = SearchId.New(), Organisation = organisation, Name = "Om oss", Query = "Fjordvik", CreatedAt = At(80, 0) });
            db.Add(new StreamGapRow { Id = Guid.CreateVersion7(), Stream = BatchWriting.Stream, From = At(2, 6), Until = At(2, 18) });
            var feed = Source.Of(SourceKind.Feed, organisation, "avis.example", "https://avis.example/feed", PersonId.New(), At(80, 0));
            db.AddRange(feed, Source.Of(SourceKind.Feed, organisation, "blad.example", "https://blad.example/feed", PersonId.New(), At(80, 0)));
            db.Add(SourceGap.Of(feed, At(4, 12), At(4, 15), GapBecause.Trouble));
            for (var day = 0; day < 40; day++)
                db.Add(new HourCount { Organisation = organisation, Search = HourCount.All, Hour = At(day, day == 2 ? 3 : 13), Count = 2 });
            await db.SaveChangesAsync();
        });

        var page = await owner.OpenAsync($"{path}/mentions");

        page.Text.ShouldContain("6 am–6 pm. Intake was down, which is not the same as silence.");
        var rows = page.Document.QuerySelectorAll("#mentions-now table tbody tr").ToDictionary(r => r.QuerySelector("th")!.TextContent, r => r.QuerySelectorAll("td").Select(d => d.TextContent.Trim()).ToList());
        var down = rows.Where(r => r.Value[0] == "No data 6 am–6 pm").ToList();
        down.Select(r => r.Key.Split(", ")[1]).ShouldBe(["6:00–12:00", "12:00–18:00"]);
        down.ShouldAllBe(r => r.Value[1] == "");
        rows.Values.Count(v => v[0].Contains("Without avis.example 12 pm–3 pm", StringComparison.Ordinal)).ShouldBe(1);
        page.Document.QuerySelectorAll("svg.only-wide rect[fill^='url']").Length.ShouldBe(3);
        page.Document.QuerySelectorAll("svg.only-wide text").Select(t => t.TextContent).ShouldContain("No data 6 am–6 pm");
        // Of the days before it is expected what it always was: the day without data weighs nothing.
        rows.Where(r => r.Key.EndsWith("12:00–18:00", StringComparison.Ordinal)).Last(r => r.Value[1].Length > 0).Value[1].ShouldBe("2");

        var file = (await owner.OpenAsync($"{path}/mentions/volume.csv")).Html;
        file.ShouldContain($"{At(2, 7)},,\"Bluesky\"");
        file.ShouldContain($"{At(4, 13)},2,\"avis.example\"");
        file.ShouldContain($"{At(5, 7)},0,");
        (await owner.OpenAsync($"{path}/mentions/volume.csv?source=bluesky")).Html.ShouldNotContain("avis.example");
    }
}
