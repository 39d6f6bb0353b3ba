using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Addressing;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;
using Rotfeste.Tests.Listening.Streams;

namespace Rotfeste.Tests.Listening.Posts;

public sealed class ForgetOldPostsTests
{
    private readonly OrganisationId fjordvik = OrganisationId.New();

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task Half_a_year_old_mentions_lose_their_words_but_not_those_in_dialogue(Provider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        await app.InAsync(fjordvik, async services =>
        {
            await SayAsync(services, "left", null);
            var taken = await SayAsync(services, "taken", null);
            await services.GetRequiredService<Telling>().TellAsync(
                await SayAsync(services, "addressed", null), ChannelId.New(), AccountEventKind.Mention, default);
            await SayAsync(services, "thread", "at://did:plc:geir/app.bsky.feed.post/addressed");
            var db = services.GetRequiredService<AppDb>();
            await db.SaveChangesAsync();
            db.Set<Mention>().Local.Single(m => m.Post == taken.Id).MarkTaken(SystemClock.Instance.GetCurrentInstant());
            await db.SaveChangesAsync();
        });

        await ForgetAsync(app, Duration.FromDays(179));
        (await app.PostsAsync(fjordvik)).ShouldAllBe(p => p.Erased == null);
        await ForgetAsync(app, Duration.FromDays(181));

        (await app.PostsAsync(fjordvik)).Where(p => p.Erased == ErasedBecause.TooOld).Select(p => p.Uri[^4..]).ShouldBe(["left"]);
    }

    private Task ForgetAsync(TestApp app, Duration later) => app.InAsync(fjordvik, services => new ForgetOldPosts(
        services.GetRequiredService<AppDb>(), services.GetRequiredService<Erasing>(), new Later(later)).RunAsync(default));

    private async Task<KeptPost> SayAsync(IServiceProvider services, string key, string? root)
    {
        var reference = root is null ? null : new PostReference(root, "cid");
        var post = new NetworkPost(
            "bluesky", $"at://did:plc:geir/app.bsky.feed.post/{key}", "cid", null, new NetworkAuthor("did:plc:geir", "geir.example", "Geir"), "Fjordvik", false, [],
            SystemClock.Instance.GetCurrentInstant(), reference, reference, null, [], [], [], null);
        var kept = await services.GetRequiredService<Keeping>().KeepAsync(fjordvik, post, isOurs: false, default);
        await services.GetRequiredService<MentionFinding>().FindAsync(kept, [SearchId.New()], default);
        return kept;
    }

    private sealed class Later(Duration by) : IClock
    {
        public Instant GetCurrentInstant() => SystemClock.Instance.GetCurrentInstant() + by;
    }
}
