using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Shielding;
using Rotfeste.Listening.Volumes;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;
using Rotfeste.Tests.Listening.Streams;

namespace Rotfeste.Tests.Listening.Shielding;

public sealed class ShieldTests
{
    private const string Kari = "did:plc:karilundekarilundekari12";
    private const string Geir = "did:plc:geirnesgeirnesgeirnes12";

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task What_a_private_account_writes_is_counted_and_neither_stored_nor_shown(Provider provider)
    {
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var app = await Listeners.StartAsync(stream, provider);
        using var owner = app.NewVisitor();
        var (path, organisation) = await ListeningScreenTests.SetUpAsync(app, owner);
        var neighbour = OrganisationId.New();
        var search = await app.SearchAsync(organisation, "Fjordvik");
        await app.SearchAsync(neighbour, "Fjordvik");
        await app.ListeningAsync(stream, searches: 2);
        stream.Post(Kari, "before", "Fjordvik før");
        stream.Post(Geir, "a", "Fjordvik sier Geir");
        await app.ShouldHaveMentionsAsync(organisation, 2);

        // The number that the network gave the account: what the stream tells.
        var page = await owner.OpenAsync($"{path}/profile/listening");
        (await owner.SendAsync(page, $"{path}/profile/listening/accounts", ("handle", "kari lunde"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await owner.SendAsync(page, $"{path}/profile/listening/accounts", ("handle", Kari));
        (await app.MentionsAsync(organisation)).Count.ShouldBe(1, "What lay here before is erased.");

        for (var i = 0; i < 3; i++)
            stream.Post(Kari, "after", "Fjordvik etterpå");
        stream.Post(Geir, "b", "Fjordvik sist");
        await app.ShouldHaveMentionsAsync(organisation, 2);
        await app.ShouldHaveMentionsAsync(neighbour, 4);

        var posts = await app.PostsAsync(organisation);
        posts.Count.ShouldBe(3);
        posts.ShouldNotContain(p => p.Text.Contains("før") || p.Text.Contains("etterpå"));
        posts.Single(p => p.Text == "").Erased.ShouldBe(ErasedBecause.Private);
        await app.InAsync(organisation, async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            (await db.Set<HourCount>().Where(c => c.Search == search).SumAsync(c => c.Count)).ShouldBe(4, "It came three times and counts once.");
            (await db.Set<PrivateAccount>().SingleAsync()).HandleKey.ShouldNotContain("kari");
        });
        var seen = await owner.OpenAsync($"{path}/mentions");
        seen.Html.ShouldNotContain("etterpå");
        (await owner.OpenAsync($"{path}/profile/listening")).Html.ShouldNotContain("did:plc:kari");
    }

    [Fact]
    public async Task An_account_told_by_its_handle_is_known_as_soon_as_a_post_comes_with_it()
    {
        await using var app = await TestApp.StartAsync();
        using var owner = app.NewVisitor();
        var (path, organisation) = await ListeningScreenTests.SetUpAsync(app, owner);
        var page = await owner.OpenAsync($"{path}/profile/listening");
        page = await owner.SendAsync(page, $"{path}/profile/listening/accounts", ("handle", "@Kari.Example"));

        await app.InAsync(organisation, async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            var posts = s.GetRequiredService<Rotfeste.Listening.Contracts.Posts>();
            (await posts.KeepAsync([Post("x", Kari, "kari.example"), Post("y", Geir, "geir.example")], CancellationToken.None)).Count.ShouldBe(1);
            await db.SaveChangesAsync();
        });
        await app.InAsync(organisation, async s =>
        {
            var db = s.GetRequiredService<AppDb>();

            // The number is known now, so that another handle helps nothing.
            (await s.GetRequiredService<Rotfeste.Listening.Contracts.Posts>().KeepAsync([Post("z", Kari, "")], CancellationToken.None)).ShouldBeEmpty();
            (await db.Set<KeptPost>().SingleAsync()).AuthorHandle.ShouldBe("geir.example");
        });

        var id = page.Document.QuerySelector("form[action$=removal]")!.GetAttribute("action")!;
        (await owner.SendAsync(page, id)).Document.QuerySelector("form[action$=removal]").ShouldBeNull();
    }

    [Fact]
    public async Task A_colleagues_name_is_searched_for_only_while_they_say_yes()
    {
        await using var app = await TestApp.StartAsync();
        using var owner = app.NewVisitor();
        var (path, organisation) = await ListeningScreenTests.SetUpAsync(app, owner);
        var form = await owner.OpenAsync($"{path}/searches");
        var refused = await owner.SendAsync(form, $"{path}/searches", ("name", "Kari"), ("names", "Kari Lunde"), ("about", ""), ("not", ""), ("query", ""));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Document.QuerySelector("#trial mark")!.TextContent.ShouldBe("\"Kari Lunde\"");
        refused.Text.ShouldContain("said yes to it themselves");

        (await owner.OpenAsync($"{path}/profile")).Document.QuerySelector($"a[href='{path}/profile/listening']").ShouldNotBeNull();
        var mine = await owner.OpenAsync($"{path}/profile/listening");
        mine = await owner.SendAsync(mine, $"{path}/profile/listening/name", ("named", "yes"));
        (await owner.SendAsync(form, $"{path}/searches", ("name", "Kari"), ("names", "Kari Lunde"), ("about", ""), ("not", ""), ("query", ""))).Address.ShouldBe($"{path}/mentions");

        await owner.SendAsync(mine, $"{path}/profile/listening/name", ("named", "no"));
        await app.InAsync(organisation, async s => (await s.GetRequiredService<AppDb>().Set<Search>().SingleAsync()).StoppedAt.ShouldNotBeNull());
    }

    private static NetworkPost Post(string key, string account, string handle) => new(
        "bluesky", $"at://{account}/app.bsky.feed.post/{key}", "cid", null, new NetworkAuthor(account, handle, ""), "Fjordvik", false, ["nb"],
        SystemClock.Instance.GetCurrentInstant(), null, null, null, [], [], [], 0);
}
