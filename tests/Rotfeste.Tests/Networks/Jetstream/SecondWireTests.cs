using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Jetstream;

namespace Rotfeste.Tests.Networks.Jetstream;

/// <summary>Against our own writer alone: no server of the second wire runs here.</summary>
public sealed class SecondWireTests
{
    private static readonly JetstreamOptions Quick = new()
    {
        Hosts = [new("wss://one.example" + SecondFrames.Path)],
        FirstPause = TimeSpan.FromMilliseconds(1),
        LongestPause = TimeSpan.FromMilliseconds(4),
    };

    [Fact]
    public void Every_event_of_a_real_stream_says_the_same_by_either_wire()
    {
        var path = SharedData.Find("jetstream/expected_v1.jsonl");
        Assert.SkipWhen(path is null, "The folder with captured streams is not beside this checkout.");
        var wire = new SecondWire();
        foreach (var line in File.ReadLines(path).Where(l => l.Length > 0))
        {
            var first = StreamEvent.Read(Frames.Bytes(line));
            var (kind, told) = wire.Read(Frames.Bytes(SecondFrames.Of(line)));
            kind.ShouldBe(SecondFrame.Event);
            var second = StreamEvent.Read(told);
            Of(second).ShouldBe(Of(first));
            (second.Post?.Details() is { } details ? JsonNode.Parse(second.Post.Record.Span)!.ToJsonString() + details.Text : "")
                .ShouldBe(first.Post?.Details() is { } before ? JsonNode.Parse(first.Post.Record.Span)!.ToJsonString() + before.Text : "");
        }
    }

    [Fact]
    public async Task It_is_asked_for_posts_from_a_little_before_what_is_stored_by_time()
    {
        var asked = new List<Uri>();
        var listener = new Listener(l => l.States.Count == 2) { Stored = Frames.Noon };
        Did.TryParse("did:plc:ola", out var ola).ShouldBeTrue();
        await Run(listener, Quick with { Accounts = [ola] }, [], asked);
        asked[0].AbsoluteUri.ShouldBe(
            "wss://one.example/xrpc/network.bsky.jetstream.subscribeEvents?kinds=commit&kinds=identity&kinds=account&collections=app.bsky.feed.post"
            + "&dids=did%3Aplc%3Aola&maxMessageSizeBytes=1048576&cursor=1795348795000000");
    }

    [Fact]
    public async Task Notices_and_what_is_newer_than_us_stop_nothing()
    {
        var listener = new Listener(l => l.Texts.Count == 1) { Stored = Frames.Noon };
        await Run(listener, Quick, [
            SecondFrames.Info("FutureCursor"), SecondFrames.Info("Something"), """{"$type":"heartbeat"}""", "{", """{"$type":"message","payload":7}""",
            SecondFrames.Of(Frames.Post("x").Replace("\"commit\"", "\"later\"", StringComparison.Ordinal)), SecondFrames.Of(Frames.Post("hei 😀 HALF")).Replace("HALF", "\\ud83d", StringComparison.Ordinal),
        ]);
        listener.Texts.ShouldBe(["hei 😀 \uFFFD"]);
        listener.Kinds.ShouldBe([StreamKind.Malformed, StreamKind.Malformed, StreamKind.Malformed, StreamKind.Unknown, StreamKind.Commit]);
        listener.States.OfType<StreamGap>().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_host_that_says_it_does_not_look_back_so_far_leaves_a_gap_however_short()
    {
        var listener = new Listener(l => l.Texts.Count == 1) { Stored = Frames.Noon };
        await Run(listener, Quick, [SecondFrames.Info("OutdatedCursor"), SecondFrames.Of(Frames.Post("a", Frames.Noon + 30_000_000))]);
        var gap = listener.States.OfType<StreamGap>().ShouldHaveSingleItem();
        (gap.To - gap.From).ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("ConsumerTooSlow", StreamBreak.TooSlow)]
    [InlineData("SomethingNew", StreamBreak.Broken)]
    public async Task A_host_that_lets_go_of_us_is_come_back_to_from_what_is_stored(string error, StreamBreak reason)
    {
        var asked = new List<Uri>();
        var listener = new Listener(l => l.States.OfType<StreamLive>().Count() == 2);
        await Run(listener, Quick, [SecondFrames.Of(Frames.Post("a")), SecondFrames.Error(error), SecondFrames.Of(Frames.Post("never"))], asked);
        listener.Texts.ShouldNotContain("never");
        listener.States.OfType<StreamReconnecting>().First().Reason.ShouldBe(reason);
        asked[1].Query.ShouldEndWith("cursor=1795348795000000");
    }

    [Fact]
    public void A_frame_cut_anywhere_or_with_any_byte_changed_never_throws()
    {
        var random = new Random(11);
        var wire = new SecondWire();
        var whole = Frames.Bytes(SecondFrames.Of(Frames.Post("blåbær", more: ",\"langs\":[\"nb\"]")));
        for (var length = 0; length < whole.Length; length++)
            StreamEvent.Read(wire.Read(whole.AsMemory(0, length)).Event).Kind.ShouldBe(StreamKind.Malformed);
        for (var turn = 0; turn < 20_000; turn++)
        {
            var changed = whole.ToArray();
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
            RealEventsTests.Touch(StreamEvent.Read(wire.Read(changed).Event));
        }
    }

    private static string Of(StreamEvent e) => $"{e.Kind} {e.KindName} {e.TimeUs} {e.Did} {e.Operation} {e.Uri} {e.Cid} {e.Standing} {e.NewHandle} {e.Post?.Text}";

    private static Task Run(Listener listener, JetstreamOptions options, IEnumerable<string> frames, List<Uri>? asked = null) =>
        new JetstreamReader(options, (address, _) =>
        {
            asked?.Add(address);
            return Task.FromResult<WebSocket>(new ScriptedStream(frames, ScriptedEnd.Silence));
        }).Run(listener, listener.Stop);
}
