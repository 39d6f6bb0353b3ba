using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Posts;
using Rotfeste.Platform.Blobs;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Listening.Posts;

/// <summary>What a post showed is gone from our disk when the post is gone at the network.</summary>
public sealed class ForgetPicturesTests
{
    private const string Uri = "at://did:plc:geir/app.bsky.feed.post/a";
    private const string Erased = "https://cdn.example/erased.jpg";
    private const string Other = "https://cdn.example/other.jpg";

    private readonly OrganisationId fjordvik = OrganisationId.New();

    [Theory]
    [InlineData(Provider.Sqlite)]
    [InlineData(Provider.Postgres)]
    public async Task An_erased_posts_pictures_leave_the_cache_and_no_others(Provider provider)
    {
        await using var app = await TestApp.StartAsync(provider);
        await KeepAsync(app);

        await EraseAsync(app);

        await Eventually.ShouldHoldAsync(async () => (await HasAsync(app, Erased)).ShouldBeFalse());
        (await HasAsync(app, Other)).ShouldBeTrue();
        await Eventually.ShouldHoldAsync(async () => (await WaitingAsync(app)).ShouldBe(0));
    }

    [Fact]
    public async Task Pictures_are_forgotten_at_the_next_start_when_the_server_died_right_after_the_erasure()
    {
        await using var database = await TestDatabase.MakeAsync(Provider.Sqlite);

        // Due work never runs here, as when the process is killed between the commit and the deletion.
        var dying = await TestApp.StartAsync(
            adjust: services => services.Remove(services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType == typeof(DueRunner))),
            database: database);
        await KeepAsync(dying);
        await EraseAsync(dying);
        (await HasAsync(dying, Erased)).ShouldBeTrue();
        (await WaitingAsync(dying)).ShouldBe(1);
        await dying.StopAsync();

        await using var app = await TestApp.StartAsync(database: database);

        await Eventually.ShouldHoldAsync(async () => (await HasAsync(app, Erased)).ShouldBeFalse());
        (await HasAsync(app, Other)).ShouldBeTrue();
    }

    private Task KeepAsync(TestApp app) => app.InAsync(fjordvik, async services =>
    {
        var blobs = services.GetRequiredService<IBlobs>();
        foreach (var address in new[] { Erased, Other })
            await blobs.NameAsync(fjordvik, address, await blobs.KeepAsync(fjordvik, System.Text.Encoding.UTF8.GetBytes(address), default), default);
        await services.GetRequiredService<Keeping>().KeepAsync(
            fjordvik,
            new NetworkPost(
                "bluesky", Uri, "cid", null, new NetworkAuthor("did:plc:geir", "geir.example", "Geir"), "Se her", false, [],
                SystemClock.Instance.GetCurrentInstant(), null, null, null, [], [], [new PostPicture(Erased, "En vei"), new PostPicture("", "")], null),
            isOurs: false,
            default);
        await services.GetRequiredService<AppDb>().SaveChangesAsync();
    });

    private Task EraseAsync(TestApp app) => app.InAsync(fjordvik, async services =>
    {
        await services.GetRequiredService<Erasing>().OfPostsAsync([Uri], ErasedBecause.Deleted, default);
        await services.GetRequiredService<AppDb>().SaveChangesAsync();
    });

    private Task<bool> HasAsync(TestApp app, string address) => app.InAsync(fjordvik, async services =>
        await services.GetRequiredService<IBlobs>().NamedAsync(fjordvik, address, default) is not null);

    private Task<int> WaitingAsync(TestApp app) => app.InAsync(fjordvik, services =>
        services.GetRequiredService<AppDb>().Set<DueRow>().CountAsync(r => r.Job == "forget-pictures"));
}
