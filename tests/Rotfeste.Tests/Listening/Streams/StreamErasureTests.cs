using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Watching;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Listening.Streams;

public sealed class StreamErasureTests
{
    private const string Geir = "did:plc:geirnesgeirnesgeirnes12";
    private const string Liv = "did:plc:livdalelivdalelivdale123";
    private readonly OrganisationId fjordvik = OrganisationId.New();

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task A_post_deleted_at_the_network_loses_its_words_and_stays_without(Provider provider)
    {
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var app = await Listeners.StartAsync(stream, provider);
        await app.SearchAsync(fjordvik, "Fjordvik");
        await app.ListeningAsync(stream, searches: 1);
        stream.Post(Geir, "a", "Fjordvik har skylden", new { facets = Mention(Liv), embed = Picture("en skrift på veggen") });
        stream.Post(Geir, "b", "Fjordvik er fint");
        await app.ShouldHaveMentionsAsync(fjordvik, 2);
        (await app.PostsAsync(fjordvik))[0].Pictures.ShouldBe([new PostPicture("", "en skrift på veggen")]);

        stream.Delete(Geir, "a");
        await Eventually.ShouldHoldAsync(async () => (await app.PostsAsync(fjordvik))[0].Erased.ShouldBe(ErasedBecause.Deleted));
        stream.Post(Geir, "a", "Fjordvik har skylden");
        stream.Post(Geir, "c", "Fjordvik sist");
        await app.ShouldHaveMentionsAsync(fjordvik, 3);

        var post = (await app.PostsAsync(fjordvik))[0];
        post.ShouldSatisfyAllConditions(
            () => post.Text.ShouldBe(""),
            () => post.AuthorAccount.ShouldBe(""),
            () => post.Pictures.ShouldBeEmpty(),
            () => post.MentionedAccounts.ShouldBeEmpty(),
            () => post.WebLink.ShouldBeNull(),
            () => post.Erased.ShouldBe(ErasedBecause.Deleted));
        (await app.PostsAsync(fjordvik))[1].Text.ShouldBe("Fjordvik er fint");
    }

    [Theory]
    [InlineData("takendown")]
    [InlineData("deleted")]
    [InlineData("deactivated")]
    public async Task All_posts_of_a_closed_account_are_erased(string status)
    {
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var app = await Listeners.StartAsync(stream);
        await app.SearchAsync(fjordvik, "Fjordvik");
        await app.ListeningAsync(stream, searches: 1);
        stream.Post(Geir, "a", "Fjordvik en");
        stream.Post(Geir, "b", "Fjordvik to");
        stream.Post(Liv, "c", "Fjordvik tre");
        await app.ShouldHaveMentionsAsync(fjordvik, 3);

        stream.Account(Geir, status);

        await Eventually.ShouldHoldAsync(
            async () => (await app.PostsAsync(fjordvik)).Select(p => p.Text).ShouldBe(["", "", "Fjordvik tre"]));
        (await app.PostsAsync(fjordvik)).Count(p => p.Erased == ErasedBecause.AccountGone).ShouldBe(2);
    }

    [Fact]
    public async Task A_post_kept_as_context_is_watched_for_its_deletion_too()
    {
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var app = await Listeners.StartAsync(stream);
        await app.SearchAsync(fjordvik, "Fjordvik");
        await app.ListeningAsync(stream, searches: 1);
        await KeepAsync(app, $"at://{Liv}/app.bsky.feed.post/x", "Uten noe søk");

        stream.Delete(Liv, "x");

        await Eventually.ShouldHoldAsync(async () => (await app.PostsAsync(fjordvik))[0].Erased.ShouldBe(ErasedBecause.Deleted));
    }

    [Fact]
    public async Task A_post_that_was_deleted_before_it_came_here_is_kept_without_words()
    {
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var app = await Listeners.StartAsync(stream);
        await app.SearchAsync(fjordvik, "Fjordvik");
        await app.ListeningAsync(stream, searches: 1);
        stream.Delete(Liv, "x");
        var deletions = app.Services.GetRequiredService<RecentDeletions>();
        await Eventually.ShouldHoldAsync(() => deletions.Contains($"at://{Liv}/app.bsky.feed.post/x").ShouldBeTrue());

        await KeepAsync(app, $"at://{Liv}/app.bsky.feed.post/x", "Sagt og slettet");

        var post = (await app.PostsAsync(fjordvik)).ShouldHaveSingleItem();
        post.Text.ShouldBe("");
        post.Erased.ShouldBe(ErasedBecause.Deleted);
    }

    [Fact]
    public async Task Changed_words_replace_the_old_ones_and_an_older_change_does_not()
    {
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var app = await Listeners.StartAsync(stream);
        await app.SearchAsync(fjordvik, "Fjordvik");
        await app.ListeningAsync(stream, searches: 1);
        stream.Post(Geir, "a", "Fjordvik er stengt");
        await app.ShouldHaveMentionsAsync(fjordvik, 1);

        stream.Post(Geir, "a", "Rettelse: det var nabokommunen", operation: "update");
        await Eventually.ShouldHoldAsync(async () => (await app.PostsAsync(fjordvik))[0].Text.ShouldStartWith("Rettelse"));
        stream.Post(Geir, "a", "Fjordvik er stengt");
        stream.Post(Geir, "b", "Fjordvik sist");
        await app.ShouldHaveMentionsAsync(fjordvik, 2);

        (await app.PostsAsync(fjordvik))[0].Text.ShouldStartWith("Rettelse");
    }

    private Task KeepAsync(TestApp app, string uri, string text) => app.InAsync(fjordvik, async services =>
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var post = new NetworkPost(
            "bluesky", uri, LoopbackJetstream.Cid, null, new NetworkAuthor(Liv, "liv.example", "Liv Dale"), text, false, ["nb"], now, null, null, null, [], [], [], 0);
        await services.GetRequiredService<Rotfeste.Listening.Contracts.Posts>().KeepAsync([post], TestContext.Current.CancellationToken);
        await services.GetRequiredService<AppDb>().SaveChangesAsync();
    });

    private static object[] Mention(string did) =>
        [new { index = new { byteStart = 0, byteEnd = 8 }, features = new[] { new Dictionary<string, string> { ["$type"] = "app.bsky.richtext.facet#mention", ["did"] = did } } }];

    private static Dictionary<string, object> Picture(string alt) =>
        new() { ["$type"] = "app.bsky.embed.images", ["images"] = new[] { new { alt, image = new { mimeType = "image/jpeg" } } } };
}
