using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Addressing;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Posts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Listening.Streams;

public sealed class AddressedTests
{
    private const string Us = "did:plc:kommunenkommunenkommun";
    private const string Geir = "did:plc:geirnesgeirnesgeirnes12";
    private readonly OrganisationId fjordvik = OrganisationId.New();

    [Fact]
    public async Task Replies_mentions_and_quotes_of_our_account_address_us_without_any_search()
    {
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var app = await Listeners.StartAsync(stream);
        await app.ConnectAsync(fjordvik, Us);
        await app.ListeningAsync(stream, searches: 0);

        stream.Post(Geir, "reply", "Svar til dere", Reply(Us));
        stream.Post(Geir, "mention", "@kommunen hallo", new { facets = Mention(Us) });
        stream.Post(Geir, "quote", "Hør på dette", new { embed = Quote(Us) });
        stream.Post(Geir, "text", $"Noen skrev {Us} i teksten");
        stream.Post(Geir, "other", "Svar til noen andre", Reply(Geir));

        await Eventually.ShouldHoldAsync(async () => (await AddressedAsync(app)).Count.ShouldBe(3));
        (await AddressedAsync(app)).Select(a => a.Kind).Order().ShouldBe([AccountEventKind.Reply, AccountEventKind.Mention, AccountEventKind.Quote]);
        (await app.MentionsAsync(fjordvik)).ShouldBeEmpty();
        (await app.PostsAsync(fjordvik)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Our_own_posts_never_come_back_as_mentions()
    {
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var app = await Listeners.StartAsync(stream);
        await app.ConnectAsync(fjordvik, Us);
        await app.SearchAsync(fjordvik, "Fjordvik");
        await app.ListeningAsync(stream, searches: 1);

        stream.Post(Us, "ours", "Fjordvik kommune svarer", Reply(Us));
        stream.Post(Geir, "theirs", "Fjordvik kommune svarte");

        await app.ShouldHaveMentionsAsync(fjordvik, 1);
        (await app.PostsAsync(fjordvik)).ShouldHaveSingleItem().Text.ShouldBe("Fjordvik kommune svarte");
        (await AddressedAsync(app)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_post_is_told_of_once_whichever_way_it_comes_first()
    {
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var app = await Listeners.StartAsync(stream);
        var channel = await app.ConnectAsync(fjordvik, Us);
        await app.ListeningAsync(stream, searches: 0);
        var uri = stream.Post(Geir, "reply", "Svar til dere", Reply(Us));
        await Eventually.ShouldHoldAsync(async () => (await AddressedAsync(app)).Count.ShouldBe(1));

        // The notification of the same post, as its handler takes it.
        await app.InAsync(fjordvik, async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            var post = await db.Set<KeptPost>().SingleAsync(p => p.Uri == uri);
            await services.GetRequiredService<Telling>().TellAsync(post, channel, AccountEventKind.Reply, TestContext.Current.CancellationToken);
            await db.SaveChangesAsync();
        });

        (await AddressedAsync(app)).Count.ShouldBe(1);
    }

    private Task<List<Addressed>> AddressedAsync(TestApp app) =>
        app.InAsync(fjordvik, s => s.GetRequiredService<AppDb>().Set<Addressed>().AsNoTracking().ToListAsync());

    private static object Reply(string did)
    {
        var post = new { uri = $"at://{did}/app.bsky.feed.post/first", cid = LoopbackJetstream.Cid };
        return new { reply = new { root = post, parent = post } };
    }

    private static object[] Mention(string did) =>
        [new { index = new { byteStart = 0, byteEnd = 9 }, features = new[] { new Dictionary<string, string> { ["$type"] = "app.bsky.richtext.facet#mention", ["did"] = did } } }];

    private static Dictionary<string, object> Quote(string did) => new()
    {
        ["$type"] = "app.bsky.embed.record",
        ["record"] = new { uri = $"at://{did}/app.bsky.feed.post/first", cid = LoopbackJetstream.Cid },
    };
}
