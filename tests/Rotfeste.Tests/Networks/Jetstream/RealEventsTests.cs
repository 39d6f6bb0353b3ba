using System.Text;
using System.Text.Json;
using Rotfeste.Networks.Jetstream;

namespace Rotfeste.Tests.Networks.Jetstream;

public sealed class RealEventsTests
{
    [Theory]
    [InlineData("expected_v1.jsonl", 152)]
    [InlineData("golden_v1.jsonl", 10)]
    public void Every_event_of_a_real_stream_is_read_as_a_plain_parser_reads_it(string file, int count)
    {
        var lines = Lines(file);
        lines.Count.ShouldBe(count);
        foreach (var line in lines)
        {
            using var expected = JsonDocument.Parse(line);
            IsTheSame(StreamEvent.Read(Encoding.UTF8.GetBytes(line)), expected.RootElement);
        }
    }

    [Fact]
    public void A_real_stream_holds_what_was_counted_in_it()
    {
        var events = Lines("expected_v1.jsonl").Select(l => StreamEvent.Read(Encoding.UTF8.GetBytes(l))).ToList();
        events.Count(e => e.Post is not null).ShouldBe(17);
        events.Count(e => e.IsPost && e.Operation == CommitOperation.Delete).ShouldBe(1);
        events.Count(e => e.Kind == StreamKind.Identity).ShouldBe(1);
        events.Count(e => e.Standing == AccountStanding.Active).ShouldBe(1);
        events.ShouldAllBe(e => e.Kind != StreamKind.Malformed && e.Kind != StreamKind.Unknown);
        events.ShouldAllBe(e => e.Kind != StreamKind.Commit || e.Uri != null);
    }

    [Fact]
    public void A_frame_cut_anywhere_is_malformed_and_nothing_worse()
    {
        foreach (var line in Lines("golden_v1.jsonl"))
        {
            var bytes = Encoding.UTF8.GetBytes(line);
            for (var length = 0; length < bytes.Length; length++)
                StreamEvent.Read(bytes.AsMemory(0, length)).Kind.ShouldBe(StreamKind.Malformed);
        }
    }

    [Fact]
    public void A_frame_with_any_byte_changed_never_throws()
    {
        var random = new Random(7);
        foreach (var line in Lines("expected_v1.jsonl"))
        {
            for (var i = 0; i < 40; i++)
            {
                var bytes = Encoding.UTF8.GetBytes(line);
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                Should.NotThrow(() => Touch(StreamEvent.Read(bytes)));
            }
        }
    }

    internal static void Touch(StreamEvent e)
    {
        _ = (e.KindName, e.Did, e.Collection, e.Uri, e.Cid, e.Standing, e.NewHandle, e.Time);
        if (e.Post is not { } post) return;
        _ = (post.Text, post.Details(), post.CopyText(new char[StreamPost.LongestText]));
    }

    private static List<string> Lines(string file)
    {
        var path = SharedData.Find($"jetstream/{file}");
        Assert.SkipWhen(path is null, "The folder with captured streams is not beside this checkout.");
        return [.. File.ReadLines(path).Where(l => l.Length > 0)];
    }

    private static void IsTheSame(StreamEvent read, JsonElement expected)
    {
        read.KindName.ShouldBe(expected.GetProperty("kind").GetString());
        read.Did.Value.ShouldBe(expected.GetProperty("did").GetString());
        read.TimeUs.ShouldBe(expected.GetProperty("time_us").GetInt64());
        if (!expected.TryGetProperty("commit", out var commit)) return;
        read.Kind.ShouldBe(StreamKind.Commit);
        read.Operation.ToString().ToLowerInvariant().ShouldBe(commit.GetProperty("operation").GetString());
        read.Collection.ShouldBe(commit.GetProperty("collection").GetString());
        read.Uri!.Key.ShouldBe(commit.GetProperty("rkey").GetString());
        read.Cid.ShouldBe(commit.TryGetProperty("cid", out var cid) ? cid.GetString() : null);
        if (read.Post is not { } post) return;
        var record = commit.GetProperty("record");
        post.Text.ShouldBe(record.GetProperty("text").GetString());
        var details = post.Details();
        details.Langs.ShouldBe(record.TryGetProperty("langs", out var langs) ? langs.EnumerateArray().Select(l => l.GetString()!) : []);
        details.Reply?.Parent.Uri.ToString().ShouldBe(record.GetProperty("reply").GetProperty("parent").GetProperty("uri").GetString());
        (details.Reply is null).ShouldBe(!record.TryGetProperty("reply", out _));
        details.CreatedAt.ShouldBe(record.GetProperty("createdAt").GetDateTimeOffset());
        details.Facets.Count.ShouldBe(record.TryGetProperty("facets", out var facets) ? facets.GetArrayLength() : 0);
    }
}
