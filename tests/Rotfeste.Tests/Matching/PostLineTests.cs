using System.Text;
using Rotfeste.Matching;
using Rotfeste.Matching.Lines;

namespace Rotfeste.Tests.Matching;

public class PostLineTests
{
    private readonly PostLine _line = new();

    [Fact]
    public void A_line_gives_all_that_a_post_may_carry()
    {
        const string json = """
            {"id":"p\u00e51","extra":{"text":"no"},"text":"bl\u00e5 \ud83c\udf89 \"x\"\n","author":"@nav.no","lang":"nb","source":"bluesky",
             "links":["https://nav.no"],"tags":["skole"],"mentions":["kari.no"],"isReply":true,"isRepost":false,"hasImage":true}
            """;
        Read(json).ShouldBe(LineKind.Post);
        var post = _line.Post;
        Encoding.UTF8.GetString(post.Utf8Text).ShouldBe("blå 🎉 \"x\"\n");
        Encoding.UTF8.GetString(_line.Id).ShouldBe("\"p\\u00e51\"");
        (post.Author, post.Source, post.IsReply, post.IsRepost, post.HasImage).ShouldBe(("@nav.no", "bluesky", true, false, true));
        post.Languages.ToArray().ShouldBe(["nb"]);
        post.Links.ToArray().ShouldBe(["https://nav.no"]);
        post.Tags.ToArray().ShouldBe(["skole"]);
        post.Mentions.ToArray().ShouldBe(["kari.no"]);

        Read("""{"id":"p2","text":"a","author":null,"lang":["nb","sv"]}""").ShouldBe(LineKind.Post);
        _line.Post.Author.ShouldBeNull();
        _line.Post.IsReply.ShouldBeFalse();
        _line.Post.Tags.ToArray().ShouldBeEmpty();
        _line.Post.Languages.ToArray().ShouldBe(["nb", "sv"]);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("hei")]
    [InlineData("{}")]
    [InlineData("{\"id\":\"p\"}")]
    [InlineData("{\"text\":\"a\"}")]
    [InlineData("{\"id\":\"p\",\"text\":1}")]
    [InlineData("{\"id\":true,\"text\":\"a\"}")]
    [InlineData("{\"id\":\"p\",\"text\":\"a\",\"tags\":\"x\"}")]
    [InlineData("{\"id\":\"p\",\"text\":\"a\",\"links\":[1]}")]
    [InlineData("{\"id\":\"p\",\"text\":\"a\",\"isReply\":\"yes\"}")]
    [InlineData("{\"id\":\"p\",\"text\":\"a\"} {}")]
    public void What_is_no_post_is_said_to_be_bad(string json) => Read(json).ShouldBe(LineKind.Bad);

    [Fact]
    public void Half_a_surrogate_pair_is_read_as_a_broken_character()
    {
        Read("""{"id":"p","text":"a\ud83c b\udf89c \ud83c\ud83c\udf89"}""").ShouldBe(LineKind.Post);
        Encoding.UTF8.GetString(_line.Post.Utf8Text).ShouldBe("a\uFFFD b\uFFFDc \uFFFD🎉");
    }

    [Fact]
    public void An_event_of_the_stream_gives_its_post()
    {
        const string text = "les nrk.no/vær, blå @kari.no #vær";
        var start = Encoding.UTF8.GetByteCount("les ");
        var end = start + Encoding.UTF8.GetByteCount("nrk.no/vær");
        var json = $$$"""
            {"did":"did:plc:a","time_us":1,"kind":"commit","commit":{"rev":"r","operation":"create","collection":"app.bsky.feed.post","rkey":"3k",
            "record":{"$type":"app.bsky.feed.post","langs":["nb",1],"reply":{"root":{},"parent":{}},"text":"{{{text}}}","tags":["ekstra"],
            "facets":[{"index":{"byteStart":{{{start}}},"byteEnd":{{{end}}}},"features":[{"$type":"x#link","uri":"https://nrk.no/vær"}]},
            {"index":{"byteStart":30,"byteEnd":34},"features":[{"$type":"x#tag","tag":"vær"}]},{"features":null}],
            "embed":{"media":{"images":[{}]},"external":{"uri":"https://yr.no"} } },"cid":"c"} }
            """;
        Read(json, PostFormat.Jetstream).ShouldBe(LineKind.Post);
        Encoding.UTF8.GetString(_line.Id).ShouldBe("\"at://did:plc:a/app.bsky.feed.post/3k\"");
        foreach (var query in new[] { "blå lang:nb", "is:reply les", "has:image les", "link:yr.no", "link:nrk.no/vær", "#ekstra", "#vær", "'nrk.no/vær'", "\"les blå\"", "les source:bluesky", "author:did:plc:a" })
            Find.Query(query).Fits(_line.Post).ShouldBeTrue(query);
        Find.Query("nrk").Fits(_line.Post).ShouldBeFalse();
    }

    [Theory]
    [InlineData("", LineKind.Other)]
    [InlineData(" \r", LineKind.Other)]
    [InlineData("""{"did":"d","kind":"identity","identity":{"handle":"x"}}""", LineKind.Other)]
    [InlineData("""{"did":"d","commit":{"operation":"create","collection":"app.bsky.feed.like","rkey":"r","record":{"text":"a"}}}""", LineKind.Other)]
    [InlineData("""{"did":"d","commit":{"operation":"delete","collection":"app.bsky.feed.post","rkey":"r"}}""", LineKind.Other)]
    [InlineData("""{"did":"d","commit":{"operation":"create","collection":"app.bsky.feed.post","rkey":"r","record":{"text":7}}}""", LineKind.Other)]
    [InlineData("""{"did":"d","commit":null}""", LineKind.Other)]
    [InlineData("""{"commit":{"record":{"text":"a"},"rkey":"r","collection":"app.bsky.feed.post","operation":"update"},"did":"d"}""", LineKind.Post)]
    [InlineData("""{"kind":"commit"}""", LineKind.Bad)]
    [InlineData("""{"did":"d","commit":{"operation":"cre""", LineKind.Bad)]
    public void Other_events_are_passed_over_and_broken_ones_are_bad(string json, LineKind kind) => Read(json, PostFormat.Jetstream).ShouldBe(kind);

    private LineKind Read(string json, PostFormat format = PostFormat.Posts) => _line.Read(Encoding.UTF8.GetBytes(json), format);
}
