using Rotfeste.Networks.Jetstream;

namespace Rotfeste.Tests.Networks.Jetstream;

public sealed class HostileFramesTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("<html>")]
    [InlineData("""{"did":"did:plc:ola","time_us":5}""")]
    [InlineData("""{"did":"did:plc:ola","kind":"commit"}""")]
    [InlineData("""{"did":"did:plc:ola","time_us":5,"kind":"commit"}""")]
    [InlineData("""{"did":"did:plc:ola","time_us":5,"kind":"commit","commit":null}""")]
    [InlineData("""{"did":"did:plc:ola","time_us":5,"kind":"commit","commit":{}}""")]
    [InlineData("""{"did":"did:plc:ola","time_us":5,"kind":"commit","commit":{"collection":7,"rkey":"x"}}""")]
    [InlineData("""{"did":"did:plc:ola","time_us":5,"kind":"account"}""")]
    [InlineData("""{"did":"did:plc:ola","time_us":5,"kind":"identity","identity":"x"}""")]
    [InlineData("""{"did":"did:plc:ola","time_us":5,"kind":7}""")]
    [InlineData("""{"did":"ola","time_us":5,"kind":"account","account":{}}""")]
    [InlineData("""{"did":"did:plc:<script>","time_us":5,"kind":"account","account":{}}""")]
    [InlineData("""{"did":["did:plc:ola"],"time_us":5,"kind":"account","account":{}}""")]
    [InlineData("""{"did":"did:plc:ola","time_us":"5","kind":"account","account":{}}""")]
    [InlineData("""{"did":"did:plc:ola","time_us":-5,"kind":"account","account":{}}""")]
    [InlineData("""{"did":"did:plc:ola","time_us":1e30,"kind":"account","account":{}}""")]
    [InlineData("""{"did":"did:plc:ola","time_us":9223372036854775807,"kind":"account","account":{}}""")]
    [InlineData("""{"did":"did:plc:ola","time_us":5,"kind":"account","account":{}} {}""")]
    public void What_is_no_event_is_malformed_and_empty(string frame)
    {
        var read = StreamEvent.Read(Frames.Bytes(frame));
        read.Kind.ShouldBe(StreamKind.Malformed);
        (read.Uri, read.Post, read.Standing, read.NewHandle, read.IsPost).ShouldBe((null, null, null, null, false));
        RealEventsTests.Touch(read);
    }

    [Theory]
    [InlineData("""{"text":7}""", "")]
    [InlineData("""{"text":null}""", "")]
    [InlineData("""{"text":["a"]}""", "")]
    [InlineData("""{}""", "")]
    [InlineData("""{"text":"a","text":"b"}""", "b")]
    [InlineData("""{"text":"\u0000a"}""", " a")]
    [InlineData("""{"text":"\ud83da"}""", "\uFFFDa")]
    [InlineData("""{"t\ud83dext":"x","text":"a"}""", "a")]
    [InlineData("""{"text":"a","facets":{},"langs":"nb","reply":7,"embed":[],"createdAt":{}}""", "a")]
    [InlineData("""{"text":"a","facets":[7,{},{"index":7,"features":7},{"index":{"byteStart":0,"byteEnd":1},"features":[{"$type":"app.bsky.richtext.facet#mention","did":7}]}]}""", "a")]
    public void A_record_of_odd_shape_gives_the_text_it_has(string record, string text)
    {
        var post = StreamEvent.Read(Frames.Bytes(
            $$$"""{"did":"did:plc:ola","time_us":5,"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.post","rkey":"x","record":{{{record}}}}}""")).Post!;
        post.Text.ShouldBe(text);
        var details = post.Details();
        (details.Facets.Count, details.Langs.Count, details.Reply, details.Quote, details.CreatedAt).ShouldBe((0, 0, null, null, null));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    public void A_record_that_is_no_object_is_no_post(string record) =>
        StreamEvent.Read(Frames.Bytes(
            $$$"""{"did":"did:plc:ola","time_us":5,"kind":"commit","commit":{"operation":"create","collection":"app.bsky.feed.post","rkey":"x","record":{{{record}}}}}"""))
            .Post.ShouldBeNull();

    [Theory]
    [InlineData("å")]
    [InlineData("\\n")]
    [InlineData("😀")]
    [InlineData("a😀")]
    [InlineData("\\ud83d\\ude00")]
    public void A_text_of_a_hundred_thousand_characters_is_cut_whole(string piece)
    {
        var post = StreamEvent.Read(Frames.Bytes(Frames.Post(string.Concat(Enumerable.Repeat(piece, 100_000))))).Post!;
        var buffer = new char[StreamPost.LongestText];
        var copied = buffer.AsSpan(0, post.CopyText(buffer)).ToString();
        post.Text.Length.ShouldBeInRange(StreamPost.LongestText - 1, StreamPost.LongestText);
        copied.ShouldBe(post.Text);
        char.IsHighSurrogate(post.Text[^1]).ShouldBeFalse();
        post.Details().Text.ShouldBe(post.Text);
    }

    [Theory]
    [InlineData("Fjord\u200Bvik")]
    [InlineData("\u202Eקוויקרוייפ\u202C")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("e\u0301\u0301\u0301\u0301")]
    public void Odd_and_hostile_characters_come_through_as_they_are(string text) =>
        StreamEvent.Read(Frames.Bytes(Frames.Post(text))).Post!.Text.ShouldBe(text);

    [Fact]
    public void Script_in_every_field_never_becomes_an_address()
    {
        const string Script = "<script>alert(1)</script>";
        var read = StreamEvent.Read(Frames.Bytes(
            $$$"""{"did":"did:plc:ola","time_us":5,"kind":"commit","commit":{"operation":"{{{Script}}}","collection":"{{{Script}}}","rkey":"{{{Script}}}","cid":"{{{Script}}}"}}"""));
        (read.Kind, read.Uri, read.Cid, read.Operation).ShouldBe((StreamKind.Commit, null, null, CommitOperation.Unknown));
    }

    [Fact]
    public void A_record_nested_without_end_is_malformed() =>
        StreamEvent.Read(Frames.Bytes(Frames.Post("x", more: ",\"a\":" + new string('[', 100_000) + new string(']', 100_000)))).Kind.ShouldBe(StreamKind.Malformed);
}
