using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Listening.Feeds;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Sources;
using Rotfeste.Listening.Volumes;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Tests.Hosting;
using Rotfeste.Tests.Listening.Feeds;

namespace Rotfeste.Tests.Listening.Sources;

public sealed class SourceJourneyTests
{
    private const string Page = """<!doctype html><html><head><link rel="alternate" type="application/rss+xml" title="Nyheter" href="/feed"></head></html>""";

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_site_is_followed_from_its_address_and_what_it_says_is_found_once(Provider provider)
    {
        await using var site = await LoopbackSite.StartAsync();
        await using var app = await TestApp.StartAsync(provider);
        using var owner = app.NewVisitor();
        var (path, organisation) = await ListeningScreenTests.SetUpAsync(app, owner);
        site.Set("/", Page, "text/html");
        site.Set("/feed", Feed(("1", "Fjordvik kommune åpner svømmehallen"), ("2", "Været i morgen")));
        var searches = await owner.OpenAsync($"{path}/searches");
        await owner.SendAsync(searches, $"{path}/searches", ("name", "Om oss"), ("names", "Fjordvik kommune"), ("not", ""), ("query", ""));

        var empty = await owner.OpenAsync($"{path}/sources");
        empty.Document.QuerySelectorAll("h1").Length.ShouldBe(1);
        (await owner.SendAsync(empty, $"{path}/sources", ("address", "javascript:alert(1)"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var gone = await owner.SendAsync(empty, $"{path}/sources", ("address", site.At("/no").AbsoluteUri));
        gone.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        gone.Text.ShouldContain("There is nothing at the address");

        var found = await owner.SendAsync(empty, $"{path}/sources", ("address", site.Address.AbsoluteUri));
        found.Text.ShouldContain("Choose the one you want");
        var after = await owner.PostAsync($"{path}/sources", (Token(found).Name, Token(found).Value), ("address", site.At("/feed").AbsoluteUri));
        after.Address.ShouldBe($"{path}/sources");
        await Eventually.ShouldHoldAsync(async () => (await owner.OpenAsync($"{path}/mentions")).Document.QuerySelectorAll("article mark").Select(m => m.TextContent).ShouldBe(["Fjordvik kommune"]));
        (await owner.OpenAsync($"{path}/sources")).Text.ShouldContain("New in 7 days: 2, of them mentions: 1");

        await PollAsync(app, organisation);
        await PollAsync(app, organisation);
        await app.InAsync(organisation, async s => (await s.GetRequiredService<AppDb>().Set<KeptPost>().Where(p => p.Network == "feed").CountAsync()).ShouldBe(1));
        (await owner.SendAsync(await owner.OpenAsync($"{path}/sources"), $"{path}/sources", ("address", site.At("/feed").AbsoluteUri))).Text
            .ShouldContain("You follow this one already");

        var mention = await app.InAsync(organisation, async s => (await s.GetRequiredService<AppDb>().Set<Mention>().SingleAsync()).Id);
        await owner.SendAsync(await owner.OpenAsync($"{path}/mentions/{mention}"), $"{path}/mentions/{mention}/labels", ("label", "Bading"));
        (await LabelledAsync(app, organisation)).ShouldBe((1, 1));

        // Its words are changed, though no search would find them now: what is kept, marked and counted follows.
        site.Set("/feed", Feed(("1", "Fjordvik kommune stenger svømmehallen"), ("2", "Været i morgen")));
        await PollAsync(app, organisation);
        var changed = await owner.OpenAsync($"{path}/mentions");
        changed.Text.ShouldContain("stenger svømmehallen");
        changed.Text.ShouldContain("changed at");
        changed.Document.QuerySelectorAll("article mark").Select(m => m.TextContent).ShouldBe(["Fjordvik kommune"]);
        site.Set("/feed", Feed(("1", "Nabokommunen stenger svømmehallen"), ("2", "Været i morgen")));
        await PollAsync(app, organisation);
        (await owner.OpenAsync($"{path}/mentions")).Text.ShouldContain("no search hits it any longer");
        await app.InAsync(organisation, async s => (await s.GetRequiredService<AppDb>().Set<HourCount>().SumAsync(c => c.Search == HourCount.All ? c.Count : 100 * c.Count)).ShouldBe(1));
        (await LabelledAsync(app, organisation)).ShouldBe((1, 0), "The label stays; under the search that hits no longer it is not counted.");

        // And back again: the search has it once more, with its label.
        site.Set("/feed", Feed(("1", "Fjordvik kommune holder svømmehallen åpen"), ("2", "Været i morgen")));
        await PollAsync(app, organisation);
        (await LabelledAsync(app, organisation)).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_feed_in_trouble_says_so_and_only_what_was_lost_is_a_gap()
    {
        await using var site = await LoopbackSite.StartAsync();
        await using var app = await TestApp.StartAsync();
        using var owner = app.NewVisitor();
        var (path, organisation) = await ListeningScreenTests.SetUpAsync(app, owner);
        site.Set("/feed", Feed(("1", "En"), ("2", "To")));
        var page = await owner.OpenAsync($"{path}/sources");
        await owner.SendAsync(page, $"{path}/sources", ("address", site.At("/feed").AbsoluteUri), ("all", "true"));
        await Eventually.ShouldHoldAsync(async () => (await SourceAsync(app, organisation)).HeardAt.ShouldNotBeNull());
        await app.InAsync(organisation, async s => (await s.GetRequiredService<AppDb>().Set<Mention>().CountAsync()).ShouldBe(2));

        // Down for a while; what it had is there still.
        site.Set("/feed", Page, "text/html");
        await PollAsync(app, organisation);
        (await SourceAsync(app, organisation)).Trouble.ShouldBe(SourceTrouble.WebPage);
        (await owner.OpenAsync($"{path}/sources")).Text.ShouldContain("A web page stands where the feed was");
        (await GapsAsync(app, organisation)).Single().ShouldSatisfyAllConditions(g => g.Until.ShouldBeNull(), g => g.Why.ShouldBe(GapBecause.Trouble));
        site.Set("/feed", Feed(("2", "To"), ("3", "Tre")));
        await PollAsync(app, organisation);
        (await GapsAsync(app, organisation)).ShouldBeEmpty();

        // Gone past what it holds: that is a gap, and it is kept.
        site.Set("/feed", Feed(("8", "Åtte"), ("9", "Ni")));
        await PollAsync(app, organisation);
        (await GapsAsync(app, organisation)).Single().ShouldSatisfyAllConditions(g => g.Until.ShouldNotBeNull(), g => g.Why.ShouldBe(GapBecause.Overrun));

        // Cut in half, dated in the future, and undated.
        site.Set("/feed", "<rss><channel><title>A</title><item><guid>9</guid><title>Ni</title></item><item><guid>f</guid><title>Frem</title><pubDate>Tue, 01 Jan 2999 00:00:00 GMT</pubDate></item><item><guid>u</guid><title>Uten dato</title></item><item><ti");
        await PollAsync(app, organisation);
        (await SourceAsync(app, organisation)).Trouble.ShouldBe(SourceTrouble.CutOff);
        await app.InAsync(organisation, async s =>
        {
            var posts = await s.GetRequiredService<AppDb>().Set<KeptPost>().ToListAsync();
            posts.Single(p => p.Text == "Frem").CreatedAt.ShouldBeLessThanOrEqualTo(SystemClock.Instance.GetCurrentInstant());
            posts.Count(p => p.Text == "Uten dato").ShouldBe(1);
        });

        var shown = await owner.OpenAsync($"{path}/sources");
        var id = (await SourceAsync(app, organisation)).Id;
        var paused = await owner.SendAsync(shown, $"{path}/sources/{id}/pause");
        paused.Text.ShouldContain("Paused");
        (await owner.SendAsync(paused, $"{path}/sources/{id}/removal")).Text.ShouldContain("No other sources yet");
        (await owner.PostAsync($"{path}/sources/{Guid.NewGuid()}/pause", Token(shown))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    // Under all searches together, and under the one search.
    private static Task<(long All, long Own)> LabelledAsync(TestApp app, OrganisationId organisation) => app.InAsync(organisation, async s =>
    {
        var counts = await s.GetRequiredService<AppDb>().Set<PartCount>().AsNoTracking().Where(c => c.By == CountBy.Label).ToListAsync();
        return (counts.Where(c => c.Search == HourCount.All).Sum(c => c.Count), counts.Where(c => c.Search != HourCount.All).Sum(c => c.Count));
    });

    private static (string Name, string Value) Token(Seen page)
    {
        var token = page.Document.QuerySelector("form input[name^=__Req]")!;
        return (token.GetAttribute("name")!, token.GetAttribute("value")!);
    }

    private static string Feed(params (string Id, string Title)[] items) =>
        $"<rss version=\"2.0\"><channel><title>Fjordvik avis</title>{string.Concat(items.Select(i => $"<item><guid isPermaLink=\"false\">{i.Id}</guid><title>{i.Title}</title><pubDate>{DateTime.UtcNow.AddHours(-2):R}</pubDate></item>"))}</channel></rss>";

    private static Task<Source> SourceAsync(TestApp app, OrganisationId organisation) =>
        app.InAsync(organisation, s => s.GetRequiredService<AppDb>().Set<Source>().AsNoTracking().SingleAsync());

    private static Task<IReadOnlyList<Gap>> GapsAsync(TestApp app, OrganisationId organisation) =>
        app.InAsync(organisation, s => s.GetRequiredService<Gaps>().SinceAsync(Instant.MinValue, CancellationToken.None));

    private static async Task PollAsync(TestApp app, OrganisationId organisation)
    {
        var id = (await SourceAsync(app, organisation)).Id;
        await app.InAsync(organisation, s => s.GetRequiredService<PollFeed>().DoAsync(new PollFeedJob(organisation, id.Value), new DueTry(1), CancellationToken.None));
    }
}
