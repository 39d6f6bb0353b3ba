using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Listening.Streams;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Tests.Hosting;

namespace Rotfeste.Tests.Listening.Streams;

public sealed class StreamFaultTests
{
    private const string Geir = "did:plc:geirnesgeirnesgeirnes12";
    private readonly OrganisationId fjordvik = OrganisationId.New();

    [Fact]
    public async Task On_a_full_disk_the_intake_says_so_and_goes_on_where_it_was()
    {
        var disk = new SmallDisk();
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var app = await TestApp.StartAsync(
            adjust: s => s.ConfigureDbContext<AppDb>(o => o.AddInterceptors(disk)), settings: s => s with { Streams = [stream.Address] });
        await app.SearchAsync(fjordvik, "Fjordvik");
        await app.ListeningAsync(stream, searches: 1);
        stream.Post(Geir, "first", "Fjordvik før");
        await app.ShouldHaveMentionsAsync(fjordvik, 1);
        var standing = app.Services.GetRequiredService<SourceStanding>();

        disk.IsFull = true;
        for (var i = 0; i < 40; i++)
            stream.Post(Geir, $"p{i}", $"Fjordvik {i} {Words(i)}");
        await Eventually.ShouldHoldAsync(() => standing.Now.State.ShouldBe(SourceState.NotStoring));
        (await app.MentionsAsync(fjordvik)).Count.ShouldBeLessThan(41);

        disk.IsFull = false;
        await app.ShouldHaveMentionsAsync(fjordvik, 41);
        await Eventually.ShouldHoldAsync(() => standing.Now.State.ShouldBe(SourceState.Live));
        standing.Now.Unwritable.ShouldBe(0);
    }

    [Fact]
    public async Task Frames_that_are_cut_short_are_counted_and_what_comes_after_is_read()
    {
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var app = await Listeners.StartAsync(stream);
        await app.SearchAsync(fjordvik, "Fjordvik");
        await app.ListeningAsync(stream, searches: 1);
        var us = stream.NextUs();
        var whole = JsonSerializer.Serialize(new
        {
            did = Geir, time_us = us, kind = "commit",
            commit = new { rev = "3k", operation = "create", collection = "app.bsky.feed.post", rkey = "a", cid = LoopbackJetstream.Cid, record = new { text = "Fjordvik halvt", createdAt = "2026-11-25T05:00:00Z" } },
        });
        for (var length = 1; length < whole.Length; length += 11)
            stream.Send(whole[..length], us);
        stream.Post(Geir, "b", "Fjordvik helt");

        await app.ShouldHaveMentionsAsync(fjordvik, 1);
        (await app.PostsAsync(fjordvik)).ShouldHaveSingleItem().Text.ShouldBe("Fjordvik helt");
        app.Services.GetRequiredService<SourceStanding>().Now.Malformed.ShouldBe((whole.Length + 9) / 11);
    }

    [Fact]
    public async Task A_clock_that_jumps_ahead_at_the_network_makes_nothing_be_passed_over()
    {
        await using var stream = await LoopbackJetstream.StartAsync();
        await using var app = await Listeners.StartAsync(stream);
        await app.SearchAsync(fjordvik, "Fjordvik");
        await app.ListeningAsync(stream, searches: 1);
        var tomorrow = stream.NextUs() + (86_400L * 1_000_000);
        stream.Send(
            JsonSerializer.Serialize(new
            {
                did = Geir, time_us = tomorrow, kind = "commit",
                commit = new { rev = "3k", operation = "create", collection = "app.bsky.feed.post", rkey = "a", cid = LoopbackJetstream.Cid, record = new { text = "Fjordvik i morgen", createdAt = "2126-11-25T05:00:00Z" } },
            }),
            tomorrow);
        await app.ShouldHaveMentionsAsync(fjordvik, 1);

        var cursor = await app.InAsync(fjordvik, async s => (await s.GetRequiredService<AppDb>().Set<StreamCursor>().SingleAsync()).StoredUs);
        cursor.ShouldBeLessThanOrEqualTo(SystemClock.Instance.GetCurrentInstant().ToUnixTimeTicks() / 10);
        var post = (await app.PostsAsync(fjordvik)).ShouldHaveSingleItem();
        post.CreatedAt.ShouldBeLessThanOrEqualTo(post.StoredAt);
        stream.Post(Geir, "b", "Fjordvik i dag");
        await app.ShouldHaveMentionsAsync(fjordvik, 2);
    }

    private static string Words(int seed)
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, 500).Select(_ => $"ord{random.Next(100_000)}"));
    }
}
