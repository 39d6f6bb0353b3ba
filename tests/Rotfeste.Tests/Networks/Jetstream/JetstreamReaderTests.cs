using System.Net.WebSockets;
using Rotfeste.Networks.Jetstream;

namespace Rotfeste.Tests.Networks.Jetstream;

public sealed class JetstreamReaderTests
{
    private static readonly Uri One = new("wss://one.example");
    private static readonly Uri Two = new("wss://two.example/subscribe");

    private static readonly JetstreamOptions Quick = new()
    {
        Hosts = [One, Two],
        FirstPause = TimeSpan.FromMilliseconds(1),
        LongestPause = TimeSpan.FromMilliseconds(4),
    };

    [Fact]
    public async Task Events_come_in_order_also_when_they_arrive_in_small_pieces()
    {
        string[] texts = ["en", new string('å', 40_000), "tre"];
        var listener = new Listener(l => l.Texts.Count == 3);
        await Run(listener, Quick, _ => new ScriptedStream(texts.Select(t => Frames.Post(t)), ScriptedEnd.Silence, 7));
        listener.Texts.ShouldBe(["en", new string('å', StreamPost.LongestText), "tre"]);
    }

    [Fact]
    public async Task The_stream_is_asked_for_posts_alone_from_a_little_before_what_is_stored()
    {
        var asked = new List<Uri>();
        var listener = new Listener(l => l.States.Count == 2) { Stored = Frames.Noon };
        await Run(listener, Quick, Record(asked, _ => new ScriptedStream([], ScriptedEnd.Silence)));
        asked[0].AbsoluteUri.ShouldBe("wss://one.example/subscribe?wantedCollections=app.bsky.feed.post&maxMessageSizeBytes=1048576&cursor=1795348795000000");
    }

    [Fact]
    public async Task Without_anything_stored_it_begins_with_what_comes_now()
    {
        var asked = new List<Uri>();
        await Run(new Listener(l => l.States.Count == 2), Quick, Record(asked, _ => new ScriptedStream([], ScriptedEnd.Silence)));
        asked[0].Query.ShouldNotContain("cursor");
    }

    [Fact]
    public async Task When_a_host_fails_the_next_one_goes_on_from_a_little_before()
    {
        var asked = new List<Uri>();
        var listener = new Listener(l => l.Texts.Count == 2);
        await Run(listener, Quick, Record(asked, address => address.Host == "one.example"
            ? new ScriptedStream([Frames.Post("a", Frames.Noon)], ScriptedEnd.Break)
            : new ScriptedStream([Frames.Post("b", Frames.Noon + 1)], ScriptedEnd.Silence)));
        asked.Select(a => a.Host).ShouldBe(["one.example", "two.example"]);
        asked[1].Query.ShouldEndWith("cursor=1795348795000000");
        listener.States.Select(s => s.GetType().Name).ShouldBe(
            [nameof(StreamConnecting), nameof(StreamLive), nameof(StreamReconnecting), nameof(StreamConnecting), nameof(StreamLive)]);
        listener.States.OfType<StreamReconnecting>().Single().Reason.ShouldBe(StreamBreak.Broken);
    }

    [Theory]
    [InlineData(ScriptedEnd.Close, StreamBreak.Closed)]
    [InlineData(ScriptedEnd.Break, StreamBreak.Broken)]
    [InlineData(ScriptedEnd.Silence, StreamBreak.Silent)]
    public async Task Why_a_stream_ended_is_told(ScriptedEnd end, StreamBreak reason)
    {
        var listener = new Listener(l => l.States.OfType<StreamReconnecting>().Any());
        await Run(listener, Quick with { SilenceLimit = TimeSpan.FromMilliseconds(50) }, _ => new ScriptedStream([Frames.Post("a")], end));
        listener.States.OfType<StreamReconnecting>().First().Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task Why_no_connection_came_about_is_told_and_since_when()
    {
        var turn = 0;
        var listener = new Listener(l => l.States.OfType<StreamReconnecting>().Count() == 4);
        await Run(listener, Quick with { ConnectTimeout = TimeSpan.FromMilliseconds(50) }, (_, cancel) => turn++ switch
        {
            0 => throw new WebSocketException("refused"),
            1 => throw new WebSocketException("no route", new HttpRequestException()),
            2 => throw new HttpRequestException("guarded"),
            _ => Never(cancel),
        });
        var told = listener.States.OfType<StreamReconnecting>().ToList();
        told.Select(t => t.Reason).ShouldBe([StreamBreak.Refused, StreamBreak.Unreachable, StreamBreak.Unreachable, StreamBreak.TimedOut]);
        told.Select(t => t.Since).Distinct().Count().ShouldBe(1);
        told.ShouldAllBe(t => t.NextTry > t.Since);
    }

    [Fact]
    public async Task A_host_that_does_not_look_back_far_enough_leaves_a_gap_that_is_told_once()
    {
        var listener = new Listener(l => l.Texts.Count == 2) { Stored = Frames.Noon };
        const long Later = Frames.Noon + 3_600_000_000;
        await Run(listener, Quick, _ => new ScriptedStream(["{", Frames.Post("a", Later), Frames.Post("b", Later + 3_600_000_000)], ScriptedEnd.Silence));
        var gap = listener.States.OfType<StreamGap>().ShouldHaveSingleItem();
        (gap.To - gap.From).ShouldBe(TimeSpan.FromHours(1));
        gap.From.ShouldBe(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task An_event_soon_after_what_is_stored_is_no_gap()
    {
        var listener = new Listener(l => l.Texts.Count == 1) { Stored = Frames.Noon };
        await Run(listener, Quick, _ => new ScriptedStream([Frames.Post("a", Frames.Noon + 60_000_000)], ScriptedEnd.Silence));
        listener.States.OfType<StreamGap>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_frame_over_the_cap_is_dropped_and_counted_and_the_next_is_read()
    {
        var options = Quick with { LargestFrame = 20_000 };
        var listener = new Listener(l => l.Texts.Contains("etter"));
        var stream = new ScriptedStream([Frames.Post("før"), Frames.Post(new string('x', 30_000)), Frames.Post(new string('y', 100_000)), Frames.Post("etter")], ScriptedEnd.Silence, 4_096);
        var reader = new JetstreamReader(options, (_, _) => Task.FromResult<WebSocket>(stream));
        await reader.Run(listener, listener.Stop);
        listener.Texts.ShouldBe(["før", "etter"]);
        reader.Dropped.ShouldBe(2);
    }

    [Fact]
    public async Task A_frame_exactly_as_large_as_the_cap_is_read()
    {
        var frame = Frames.Post(new string('x', 18_000));
        var listener = new Listener(l => l.Texts.Count == 1);
        await Run(listener, Quick with { LargestFrame = frame.Length }, _ => new ScriptedStream([frame], ScriptedEnd.Silence));
        listener.Texts.ShouldHaveSingleItem().Length.ShouldBe(18_000);
    }

    [Fact]
    public async Task Malformed_and_unknown_frames_are_handed_on_and_stop_nothing()
    {
        var listener = new Listener(l => l.Kinds.Count == 4);
        await Run(listener, Quick, _ => new ScriptedStream(["{", "", """{"did":"did:plc:ola","time_us":5,"kind":"new"}""", Frames.Post("a")], ScriptedEnd.Silence));
        listener.Kinds.ShouldBe([StreamKind.Malformed, StreamKind.Malformed, StreamKind.Unknown, StreamKind.Commit]);
    }

    [Fact]
    public async Task What_the_listener_throws_is_a_bug_and_ends_the_reading()
    {
        var listener = new Listener(l => l.Texts.Count == 1 ? throw new InvalidOperationException("bug") : false);
        await Should.ThrowAsync<InvalidOperationException>(() => Run(listener, Quick, _ => new ScriptedStream([Frames.Post("a")], ScriptedEnd.Silence)));
    }

    [Fact]
    public async Task The_waits_grow_and_are_never_longer_than_the_longest()
    {
        var listener = new Listener(l => l.States.OfType<StreamReconnecting>().Count() == 8);
        var options = Quick with { FirstPause = TimeSpan.FromMilliseconds(2), LongestPause = TimeSpan.FromMilliseconds(32) };
        var clock = new StillClock();
        await new JetstreamReader(options, (_, _) => throw new WebSocketException("refused"), clock).Run(listener, listener.Stop);
        var waits = listener.States.OfType<StreamReconnecting>().Select(r => (r.NextTry - clock.GetUtcNow()).TotalMilliseconds).ToList();
        for (var i = 0; i < waits.Count; i++)
        {
            var longest = Math.Min(2 << i, 32);
            waits[i].ShouldBeInRange(longest / 2.0, longest);
        }
    }

    private static Func<Uri, CancellationToken, Task<WebSocket>> Record(List<Uri> asked, Func<Uri, WebSocket> open) => (address, _) =>
    {
        asked.Add(address);
        return Task.FromResult(open(address));
    };

    private static Task Run(Listener listener, JetstreamOptions options, Func<Uri, WebSocket> open) =>
        Run(listener, options, (address, _) => Task.FromResult(open(address)));

    private static Task Run(Listener listener, JetstreamOptions options, Func<Uri, CancellationToken, Task<WebSocket>> open) =>
        new JetstreamReader(options, new StreamConnect(open)).Run(listener, listener.Stop);

    private static async Task<WebSocket> Never(CancellationToken cancel)
    {
        await Task.Delay(Timeout.Infinite, cancel);
        throw new InvalidOperationException();
    }

    // Timers run as usual; only the time of day stands.
    private sealed class StillClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch;
    }
}
