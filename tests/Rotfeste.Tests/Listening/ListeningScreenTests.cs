using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Volumes;
using Rotfeste.People;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Listening;

public sealed class ListeningScreenTests
{
    private static readonly CancellationToken Cancellation = CancellationToken.None;

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Right_after_set_up_one_writes_the_names_and_sees_what_was_said(Provider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        using var owner = app.NewVisitor();
        var (path, organisation) = await SetUpAsync(app, owner);

        var empty = await owner.OpenAsync($"{path}/mentions");
        empty.Status.ShouldBe(HttpStatusCode.OK);
        empty.Document.QuerySelectorAll("h1").Length.ShouldBe(1);
        empty.Document.QuerySelector($"main a.ds-button[href='{path}/searches']").ShouldNotBeNull();

        var form = await owner.OpenAsync($"{path}/searches");
        form.Document.QuerySelector("nav [aria-current=page]")!.GetAttribute("href").ShouldBe($"{path}/mentions");
        var saved = await owner.SendAsync(form, $"{path}/searches", ("name", "About us"), ("names", "Fjordvik kommune\nFjordvik"), ("not", "hytte"), ("query", ""));
        saved.Address.ShouldBe($"{path}/mentions");
        await app.InAsync(organisation, async s =>
            (await s.GetRequiredService<AppDb>().Set<Search>().SingleAsync()).Query.ShouldBe("(\"Fjordvik kommune\" OR Fjordvik) -hytte"));

        await SayAsync(app, organisation, "a", "Hallo <script>alert(1)</script> Fjordvik kommune & co");
        var page = await owner.OpenAsync($"{path}/mentions");
        page.Document.QuerySelectorAll("article mark").Select(m => m.TextContent).ShouldBe(["Fjordvik kommune"]);
        page.Document.QuerySelectorAll("main script").ShouldBeEmpty();
        page.Text.ShouldContain("Geir Nes");
        page.Text.ShouldContain("1 mention");
    }

    [Fact]
    public async Task A_refused_search_says_where_and_why_and_keeps_what_was_typed()
    {
        await using var app = await TestApp.StartAsync();
        using var owner = app.NewVisitor();
        var (path, organisation) = await SetUpAsync(app, owner);
        var form = await owner.OpenAsync($"{path}/searches");
        form.Document.QuerySelector("nav [aria-current=page]")!.GetAttribute("href").ShouldBe($"{path}/mentions");

        var unclosed = await owner.SendAsync(form, $"{path}/searches", ("name", "Om oss"), ("names", ""), ("not", ""), ("query", "\"Fjordvik kommune"));
        unclosed.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unclosed.Text.ShouldContain("quotation mark is not closed");
        unclosed.Document.QuerySelector("textarea[name=query]")!.TextContent.ShouldBe("\"Fjordvik kommune");

        var person = await owner.SendAsync(form, $"{path}/searches", ("name", "Kari"), ("names", "@kari.example"), ("not", ""), ("query", ""));
        person.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        person.Text.ShouldContain("not your own");

        var near = await owner.SendAsync(form, $"{path}/searches", ("name", "Nær"), ("names", ""), ("not", ""), ("query", "-vann NEAR skole OR x"));
        near.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        near.Text.ShouldContain("needs brackets");
        near.Document.QuerySelector("#trial mark")!.TextContent.ShouldBe("vann NEAR skole");

        var nothing = await owner.SendAsync(form, $"{path}/searches", ("name", ""), ("names", ""), ("not", ""), ("query", ""));
        nothing.Document.QuerySelectorAll("[aria-invalid=true]").Length.ShouldBe(2);
        await app.InAsync(organisation, async s => (await s.GetRequiredService<AppDb>().Set<Search>().AnyAsync()).ShouldBeFalse());
    }

    [Fact]
    public async Task A_preview_says_what_was_found_and_how_much_was_looked_at()
    {
        await using var app = await TestApp.StartAsync();
        using var owner = app.NewVisitor();
        var (path, organisation) = await SetUpAsync(app, owner);
        await SayAsync(app, organisation, "a", "Vannet i Storgata");
        await SayAsync(app, organisation, "b", "Noe annet");
        var form = await owner.OpenAsync($"{path}/searches");
        form.Document.QuerySelector("nav [aria-current=page]")!.GetAttribute("href").ShouldBe($"{path}/mentions");
        var token = form.Document.QuerySelector("form input[name^=__Req]")!;

        var trial = await owner.PostAsync(
            $"{path}/searches/preview", (token.GetAttribute("name")!, token.GetAttribute("value")!), ("names", "Storgata"), ("not", ""), ("query", ""));

        trial.Status.ShouldBe(HttpStatusCode.OK);
        trial.Text.ShouldContain("1 of the 2 posts");
        trial.Document.QuerySelector("mark")!.TextContent.ShouldBe("Storgata");
    }

    [Fact]
    public async Task A_preview_says_in_plain_words_how_the_search_is_read()
    {
        await using var app = await TestApp.StartAsync();
        using var owner = app.NewVisitor();
        var (path, organisation) = await SetUpAsync(app, owner);
        await SayAsync(app, organisation, "a", "Hull i VEIEN, C++ og barnehageplass");
        var form = await owner.OpenAsync($"{path}/searches");
        form.Document.QuerySelector("nav [aria-current=page]")!.GetAttribute("href").ShouldBe($"{path}/mentions");
        var token = form.Document.QuerySelector("form input[name^=__Req]")!;

        var trial = await owner.PostAsync(
            $"{path}/searches/preview", (token.GetAttribute("name")!, token.GetAttribute("value")!), ("names", ""), ("not", ""),
            ("query", "(=VEIEN NEAR/3 hull) and 'C++' *barnehage* -lang:sv -(is:reply OR has:image)"));

        trial.Status.ShouldBe(HttpStatusCode.OK);
        var outline = trial.Document.QuerySelector(".rf-outline")!.TextContent;
        outline.ShouldContain("at most 3 words between");
        outline.ShouldContain("the word “VEIEN”, with capitals as written");
        outline.ShouldContain("exactly the characters “C++”");
        outline.ShouldContain("a word with “barnehage” in it");
        outline.ShouldContain("written in Swedish");
        outline.ShouldContain("None of these:");
        trial.Text.ShouldContain("these are ordinary words: and");
    }

    [Fact]
    public async Task A_mention_can_be_put_away_and_taken_back()
    {
        await using var app = await TestApp.StartAsync();
        using var owner = app.NewVisitor();
        var (path, organisation) = await SetUpAsync(app, owner);
        var mention = await SayAsync(app, organisation, "a", "Fjordvik");
        var page = await owner.OpenAsync($"{path}/mentions");

        var after = await owner.SendAsync(page, $"{path}/mentions/{mention}/dismissal");
        after.Document.QuerySelectorAll("article").ShouldBeEmpty();
        var back = await owner.SendAsync(after, $"{path}/mentions/{mention}/restoration");
        back.Document.QuerySelectorAll("article").Length.ShouldBe(1);
    }

    [Fact]
    public async Task An_erased_post_is_shown_as_erased()
    {
        await using var app = await TestApp.StartAsync();
        using var owner = app.NewVisitor();
        var (path, organisation) = await SetUpAsync(app, owner);
        await SayAsync(app, organisation, "a", "Fjordvik har hemmeligheter");
        await app.InAsync(organisation, async s =>
        {
            await s.GetRequiredService<Rotfeste.Listening.Contracts.Posts>().EraseAsync([Uri("a")], Cancellation);
            await s.GetRequiredService<AppDb>().SaveChangesAsync();
        });

        var page = await owner.OpenAsync($"{path}/mentions");

        page.Text.ShouldContain("has deleted this post");
        page.Html.ShouldNotContain("hemmeligheter");
        page.Html.ShouldNotContain("Geir Nes");
    }

    [Fact]
    public async Task The_list_goes_on_where_it_ended_also_within_one_instant()
    {
        await using var app = await TestApp.StartAsync();
        using var owner = app.NewVisitor();
        var (path, organisation) = await SetUpAsync(app, owner);
        var at = SystemClock.Instance.GetCurrentInstant() - Duration.FromMinutes(5);
        for (var i = 0; i < 45; i++)
            await SayAsync(app, organisation, $"p{i}", $"Fjordvik {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData([(byte)i]))}", at);

        var seen = new List<string>();
        for (var page = await owner.OpenAsync($"{path}/mentions"); ; )
        {
            seen.AddRange(page.Document.QuerySelectorAll("article").Select(a => a.Id!));
            if (page.Document.QuerySelector("a[href*='before=']:not(svg a):not(table a)[href$='#said']:last-of-type") is not { } next
                || !next.TextContent.Contains("Earlier", StringComparison.Ordinal))
            {
                break;
            }

            page = await owner.OpenAsync(next.GetAttribute("href")!);
        }

        seen.Count.ShouldBe(45);
        seen.Distinct().Count().ShouldBe(45);
    }

    [Fact]
    public async Task Nobody_sees_or_moves_another_organisations_mentions()
    {
        await using var app = await TestApp.StartAsync();
        using var owner = app.NewVisitor();
        var (path, _) = await SetUpAsync(app, owner);
        var theirs = await SayAsync(app, OrganisationId.New(), "a", "Fjordvik i hemmelighet");
        var page = await owner.OpenAsync($"{path}/searches");
        var token = page.Document.QuerySelector("form input[name^=__Req]")!;

        var answer = await owner.PostAsync($"{path}/mentions/{theirs}/dismissal", (token.GetAttribute("name")!, token.GetAttribute("value")!));

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        (await owner.OpenAsync($"{path}/mentions")).Html.ShouldNotContain("hemmelighet");
    }

    internal static async Task<(string Path, OrganisationId Organisation)> SetUpAsync(TestApp app, Visitor visitor)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var code = await PeopleRoom.NewSetupCodeAsync(scope.ServiceProvider, Cancellation);
        var form = await visitor.OpenAsync("/setup");
        var seen = await visitor.SendAsync(
            form, "/setup", ("Code", code!), ("Organisation", "Fjordvik kommune"), ("Kind", "Public"), ("Country", "Norway"), ("Language", "en"),
            ("Name", "Kari Lunde"), ("Email", "kari@fjordvik.example"), ("Password", "gamle fjell og blanke vann"));
        var path = "/" + seen.Address.Split('/', StringSplitOptions.RemoveEmptyEntries)[0];
        var facts = scope.ServiceProvider.GetRequiredService<AppDb>();
        facts.Current.ChooseWholeInstallation();
        var organisation = await facts.Database.SqlQueryRaw<Guid>("""SELECT "Id" AS "Value" FROM people_organisations""").SingleAsync();
        return (path, new OrganisationId(organisation));
    }

    private static string Uri(string key) => $"at://did:plc:geirnes/app.bsky.feed.post/{key}";

    private static async Task<Guid> SayAsync(TestApp app, OrganisationId organisation, string key, string text, Instant? at = null)
    {
        var id = Guid.Empty;
        await app.InAsync(organisation, async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var searches = await db.Set<Search>().Select(s => s.Id).ToListAsync();
            var post = new NetworkPost(
                "bluesky", Uri(key), "cid", "https://bsky.app/", new NetworkAuthor("did:plc:geirnes", "geirnes.example", "Geir Nes"), text, false, ["nb"],
                at ?? SystemClock.Instance.GetCurrentInstant(), null, null, null, [], [], [], 0);
            var kept = await services.GetRequiredService<Keeping>().KeepAsync(organisation, post, isOurs: false, Cancellation);
            await services.GetRequiredService<MentionFinding>().FindAsync(kept, searches.Count > 0 ? searches : [SearchId.New()], Cancellation);
            await services.GetRequiredService<Counting>().WriteAsync(Cancellation);
            await db.SaveChangesAsync();
            id = db.Set<Mention>().Local.Single().Id.Value;
        });
        return id;
    }
}
