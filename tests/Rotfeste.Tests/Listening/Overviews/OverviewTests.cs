using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Volumes;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Listening.Overviews;

public sealed class OverviewTests
{
    private const string Rumour = "Hele Fjordvik er uten vann i dag, og ingen svarer på telefonen.";
    private const string Nynorsk = "Eg veit ikkje kva som skjer i Fjordvik, men vatnet er borte no.";
    private static readonly CancellationToken Cancellation = CancellationToken.None;

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task What_is_said_is_divided_narrowed_labelled_and_handed_on(Provider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        using var owner = app.NewVisitor();
        var (path, organisation) = await ListeningScreenTests.SetUpAsync(app, owner);
        var (us, field) = (await AddAsync(app, organisation, "Om oss", SearchKind.Us), await AddAsync(app, organisation, "Vann", SearchKind.Field));
        var first = await SayAsync(app, organisation, "a", "Takk for godt kaffibesøk på biblioteket i Fjordvik i dag.", [us], "nb");
        var nynorsk = await SayAsync(app, organisation, "b", Nynorsk, [us, field], null);

        var page = await owner.OpenAsync($"{path}/mentions");
        page.Text.ShouldContain("Us 2");
        page.Text.ShouldContain("Nynorsk, as far as we can tell");
        page.Text.ShouldContain("Cannot tell yet");
        page.Document.QuerySelectorAll("article").Length.ShouldBe(2);
        var narrowed = await owner.OpenAsync($"{path}/mentions?language=nn");
        narrowed.Document.QuerySelectorAll("article").Select(a => a.Id).ShouldBe([$"mention-{nynorsk}"]);
        narrowed.Text.ShouldContain("1 mention since");
        (await owner.OpenAsync($"{path}/mentions?language=nn&source=mastodon")).Text.ShouldContain("Nothing that was said fits");

        var one = await owner.OpenAsync($"{path}/mentions/{first}");
        var labelled = await owner.SendAsync(one, $"{path}/mentions/{first}/labels", ("label", "  =Ros  "));
        await owner.SendAsync(labelled, $"{path}/mentions/{first}/labels", ("label", "=ros"));
        var label = await app.InAsync(organisation, s => s.GetRequiredService<AppDb>().Set<Rotfeste.Listening.Labels.Label>().SingleAsync());
        var csv = (await owner.OpenAsync($"{path}/mentions/overview.csv")).Html;
        csv.ShouldContain("label,\"'=Ros\",1,0");
        csv.ShouldContain("search,\"Om oss\",2,0");
        csv.ShouldContain("language,\"Nynorsk\",1,0");
        (await owner.OpenAsync($"{path}/mentions?label={label.Id}")).Document.QuerySelectorAll("article").Length.ShouldBe(1);
        await owner.SendAsync(labelled, $"{path}/mentions/{first}/labels/{label.Id}/removal");
        (await owner.OpenAsync($"{path}/mentions/overview.csv")).Html.ShouldNotContain("=Ros");

        // Named anew where it stands, and in the end taken off all of them.
        await owner.SendAsync(await owner.OpenAsync($"{path}/mentions/{nynorsk}"), $"{path}/mentions/{nynorsk}/labels", ("label", "=Ros"));
        var labels = await owner.OpenAsync($"{path}/mentions/labels");
        (await owner.SendAsync(labels, $"{path}/mentions/labels/{label.Id}", ("name", " "))).Text.ShouldContain("Give the label a name");
        await owner.SendAsync(labels, $"{path}/mentions/labels/{label.Id}", ("name", "Takk"));
        (await owner.OpenAsync($"{path}/mentions/overview.csv")).Html.ShouldContain("label,\"Takk\",1,0");
        (await owner.SendAsync(labels, $"{path}/mentions/labels/{label.Id}/removal")).Text.ShouldContain("No labels yet");
        (await owner.OpenAsync($"{path}/mentions/overview.csv")).Html.ShouldNotContain("Takk");
    }

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task The_same_again_is_grouped_and_put_away_together_also_what_comes_later(Provider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        using var owner = app.NewVisitor();
        var (path, organisation) = await ListeningScreenTests.SetUpAsync(app, owner);
        var us = await AddAsync(app, organisation, "Om oss", SearchKind.Us);
        var first = await SayAsync(app, organisation, "a", Rumour, [us], "nb");
        await SayAsync(app, organisation, "b", Rumour, [us], "nb");
        await SayAsync(app, organisation, "c", Rumour.Replace("i dag", "nå", StringComparison.Ordinal), [us], "nb");
        await SayAsync(app, organisation, "d", "Biblioteket i Fjordvik låner ut symaskiner.", [us], "nb");

        var page = await owner.OpenAsync($"{path}/mentions");
        page.Document.QuerySelectorAll("article").Length.ShouldBe(2);
        page.Text.ShouldContain("and 2 that say the same");
        page.Text.ShouldContain("4 mentions");
        var likes = page.Document.QuerySelector($"#mention-{first} a[href*='like=']")!.GetAttribute("href")!;
        (await owner.OpenAsync(likes)).Document.QuerySelectorAll("article").Length.ShouldBe(3);

        var away = await owner.SendAsync(page, $"{path}/mentions/{first}/dismissal/likes");
        away.Document.QuerySelectorAll("article").Length.ShouldBe(1);
        await SayAsync(app, organisation, "e", Rumour, [us], "nb");
        (await owner.OpenAsync(likes)).Document.QuerySelectorAll("article").Length.ShouldBe(4);
        (await app.InAsync(organisation, s => s.GetRequiredService<AppDb>().Set<Mention>().CountAsync(m => m.DismissedAt != null))).ShouldBe(4);
        await owner.SendAsync(away, $"{path}/mentions/{first}/restoration");
        (await app.InAsync(organisation, s => s.GetRequiredService<AppDb>().Set<Mention>().CountAsync(m => m.DismissedAt != null))).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_labels_or_reads_another_organisations_mention_and_the_days_are_an_owners()
    {
        await using var app = await TestApp.StartAsync();
        using var owner = app.NewVisitor();
        var (path, _) = await ListeningScreenTests.SetUpAsync(app, owner);
        var theirs = await SayAsync(app, OrganisationId.New(), "a", Rumour, [SearchId.New()], "nb");
        var page = await owner.OpenAsync($"{path}/mentions/keeping");
        var token = page.Document.QuerySelector("form input[name^=__Req]")!;

        (await owner.OpenAsync($"{path}/mentions/{theirs}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await owner.PostAsync($"{path}/mentions/{theirs}/labels", (token.GetAttribute("name")!, token.GetAttribute("value")!), ("label", "x")))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        var refused = await owner.SendAsync(page, $"{path}/mentions/keeping", ("days", "3"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Document.QuerySelector("input[name=days]")!.GetAttribute("value").ShouldBe("3");
        var saved = await owner.SendAsync(page, $"{path}/mentions/keeping", ("days", "30"));
        saved.Document.QuerySelector("input[name=days]")!.GetAttribute("value").ShouldBe("30");
    }

    [Fact]
    public async Task Mentions_from_before_languages_were_told_are_counted_once()
    {
        await using var app = await TestApp.StartAsync(adjust: s => s.Remove(s.Single(d => d.ImplementationType == typeof(Recounting))));
        var organisation = OrganisationId.New();
        var search = SearchId.New();
        await SayAsync(app, organisation, "a", Nynorsk, [search], null);
        await app.InAsync(organisation, async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            await db.Set<PartCount>().ExecuteDeleteAsync();
            await db.Set<StepCount>().ExecuteDeleteAsync();
            await db.Set<Mention>().ExecuteUpdateAsync(set => set.SetProperty(m => m.Language, "").SetProperty(m => m.Source, ""));
            await db.Set<KeptPost>().ExecuteUpdateAsync(set => set.SetProperty(p => p.Language, (string?)null));
        });

        (await app.InAsync(organisation, s => Recounting.RunAsync(s, Cancellation))).ShouldBe(1);
        (await app.InAsync(organisation, s => Recounting.RunAsync(s, Cancellation))).ShouldBe(0);

        var parts = await app.InAsync(organisation, s => s.GetRequiredService<AppDb>().Set<PartCount>().AsNoTracking().ToListAsync());
        parts.Where(p => p.Search == search).Select(p => (p.By, p.Value, p.Count)).Order()
            .ShouldBe([(CountBy.Source, "bluesky", 1L), (CountBy.Language, "nn", 1L)]);
        parts.Count(p => p.Search == HourCount.All).ShouldBe(2);
    }

    private static Task<SearchId> AddAsync(TestApp app, OrganisationId organisation, string name, SearchKind kind) => app.InAsync(organisation, async s =>
    {
        var db = s.GetRequiredService<AppDb>();
        var search = new Search { Id = SearchId.New(), Organisation = organisation, Name = name, Query = "Fjordvik", Kind = kind, CreatedAt = SystemClock.Instance.GetCurrentInstant() - Duration.FromDays(60) };
        db.Add(search);
        await db.SaveChangesAsync();
        return search.Id;
    });

    private static Task<Guid> SayAsync(TestApp app, OrganisationId organisation, string key, string text, IReadOnlyList<SearchId> searches, string? language) =>
        app.InAsync(organisation, async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var post = new NetworkPost(
                "bluesky", $"at://did:plc:geirnes/app.bsky.feed.post/{key}", "cid", null, new NetworkAuthor("did:plc:geirnes", "geirnes.example", "Geir Nes"),
                text, false, language is null ? [] : [language], SystemClock.Instance.GetCurrentInstant(), null, null, null, [], [], [], 0);
            var kept = await services.GetRequiredService<Keeping>().KeepAsync(organisation, post, isOurs: false, Cancellation);
            await services.GetRequiredService<MentionFinding>().FindAsync(kept, searches, Cancellation);
            await services.GetRequiredService<Counting>().WriteAsync(Cancellation);
            await db.SaveChangesAsync();
            return db.Set<Mention>().Local.Single().Id.Value;
        });
}
