using Microsoft.AspNetCore.Http;
using NodaTime;
using Rotfeste.Listening.Feeds;
using Rotfeste.Listening.Sources;
using Rotfeste.Platform;
using Rotfeste.Platform.Http;

namespace Rotfeste.Tests.Listening.Feeds;

public sealed class FeedCallsTests : IAsyncLifetime
{
    private LoopbackSite site = null!;

    public async ValueTask InitializeAsync() => site = await LoopbackSite.StartAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task Two_hundred_megabytes_are_not_read_to_their_end()
    {
        // The site has nine megabytes ready, and the other hundred and ninety-one only when the reader hangs up: who waits for those waits for ever.
        var hungUp = new TaskCompletionSource();
        site.Set("/large", async http =>
        {
            http.RequestAborted.Register(hungUp.SetResult);
            http.Response.Headers.ContentType = "application/rss+xml";
            await http.Response.Body.WriteAsync(new byte[FeedCalls.MostBytes + (1024 * 1024)]);
            await hungUp.Task;
        });

        (await AskAsync("/large")).Trouble.ShouldBe(SourceTrouble.TooLarge);

        await hungUp.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_feed_that_says_beforehand_that_it_is_too_large_is_not_read_at_all()
    {
        var hungUp = new TaskCompletionSource();
        site.Set("/large", async http =>
        {
            http.RequestAborted.Register(hungUp.SetResult);
            http.Response.ContentLength = 200L * 1024 * 1024;
            await http.Response.Body.FlushAsync();
            await hungUp.Task;
        });

        (await AskAsync("/large")).Trouble.ShouldBe(SourceTrouble.TooLarge);

        await hungUp.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_circle_of_redirects_is_named_and_a_move_for_good_is_told_from_one_for_now()
    {
        site.Set("/circle", http => Send(http, 302, "/circle"));
        site.Set("/moved", http => Send(http, 301, "/feed"));
        site.Set("/now", http => Send(http, 302, "/feed"));
        site.Set("/out", http => Send(http, 301, "file:///etc/passwd"));
        site.Set("/feed", "<rss/>");

        (await AskAsync("/circle")).Trouble.ShouldBe(SourceTrouble.Circle);
        (await AskAsync("/out")).Trouble.ShouldBe(SourceTrouble.Gone);
        (await AskAsync("/moved")).ShouldSatisfyAllConditions(a => a.HasMoved.ShouldBeTrue(), a => a.Address.ShouldBe(site.At("/feed")));
        (await AskAsync("/now")).HasMoved.ShouldBeFalse();
    }

    [Fact]
    public async Task What_the_server_said_of_its_answer_is_sent_back_as_it_came()
    {
        var asked = "";
        site.Set("/feed", http =>
        {
            asked = $"{http.Request.Headers.IfNoneMatch} {http.Request.Headers.IfModifiedSince}";
            http.Response.Headers.ETag = "W/\"odd'one\"";
            http.Response.Headers.LastModified = "Tue, 25 Nov 2025 08:00:00 +0100";
            http.Response.StatusCode = asked == " " ? 200 : 304;
            return asked == " " ? http.Response.WriteAsync("<rss/>") : Task.CompletedTask;
        });

        var first = await AskAsync("/feed");
        var second = await Calls().AskAsync(site.At("/feed"), first.ETag, first.LastModified, CancellationToken.None);

        asked.ShouldBe("W/\"odd'one\" Tue, 25 Nov 2025 08:00:00 +0100");
        second.IsUnchanged.ShouldBeTrue();
    }

    [Theory]
    [InlineData(404, SourceTrouble.Gone)]
    [InlineData(410, SourceTrouble.Gone)]
    [InlineData(401, SourceTrouble.Refused)]
    [InlineData(500, SourceTrouble.ServerFault)]
    [InlineData(429, SourceTrouble.Busy)]
    public async Task Each_answer_that_is_no_feed_has_its_name(int status, SourceTrouble trouble)
    {
        site.Set("/feed", http =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.RetryAfter = "7200";
            return Task.CompletedTask;
        });

        var answer = await AskAsync("/feed");

        answer.Trouble.ShouldBe(trouble);
        FeedPace.WaitInTrouble(60, Duration.Zero, answer.NotBefore).ShouldBe(Duration.FromHours(2));
    }

    [Fact]
    public async Task A_private_address_is_not_asked_and_nobody_there_is_told()
    {
        (await new FeedCalls(Guard([]), SystemClock.Instance).AskAsync(site.At("/feed"), null, null, CancellationToken.None)).Trouble.ShouldBe(SourceTrouble.PrivateAddress);
        (await Calls().AskAsync(new("http://127.0.0.1:1/feed"), null, null, CancellationToken.None)).Trouble.ShouldBe(SourceTrouble.Unreachable);
    }

    [Fact]
    public void The_pace_follows_the_feed_and_never_outruns_what_is_asked_for()
    {
        FeedPace.After(60, hasNew: true).ShouldBe(30);
        FeedPace.After(16, hasNew: true).ShouldBe(15);
        FeedPace.After(60, hasNew: false).ShouldBe(75);
        FeedPace.After(1_400, hasNew: false).ShouldBe(1_440);
        FeedPace.Wait(15, Duration.FromHours(3), TimeSpan.FromHours(1)).ShouldBe(Duration.FromHours(3));
        FeedPace.Wait(60, null, TimeSpan.FromDays(30)).ShouldBe(Duration.FromDays(1));
        FeedPace.WaitInTrouble(60, Duration.FromHours(5), null).ShouldBe(Duration.FromHours(5));
    }

    private static Task Send(HttpContext http, int status, string to)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.Location = to;
        return Task.CompletedTask;
    }

    private Task<FeedAnswer> AskAsync(string path) => Calls().AskAsync(site.At(path), null, null, CancellationToken.None);

    private static FeedCalls Calls() => new(Guard(["127.0.0.1"]), SystemClock.Instance);

    private static GuardedHttp Guard(IReadOnlyList<string> opened) =>
        new(new Settings(Path.GetTempPath(), null, new("http://localhost"), [], opened, [], null, null, null, false));
}
