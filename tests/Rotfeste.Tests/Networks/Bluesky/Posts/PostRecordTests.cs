using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Bluesky.Posts;
using Rotfeste.Networks.Text;
using Rotfeste.Tests.Networks.Text;

namespace Rotfeste.Tests.Networks.Bluesky.Posts;

public sealed class PostRecordTests
{
    private static readonly DateTimeOffset Written = new(2026, 11, 22, 13, 5, 9, 70, TimeSpan.FromHours(1));
    private static readonly Did Kari = Did.Parse("did:plc:kari");
    private static readonly Dictionary<Handle, Did> Nobody = [];

    [Fact]
    public void A_plain_post_is_exactly_these_bytes() =>
        Json(new("Hei på deg – Åse 😀", ["nb"], null, Written)).ShouldBe(
            """{"$type":"app.bsky.feed.post","createdAt":"2026-11-22T12:05:09.070Z","langs":["nb"],"text":"Hei på deg – Åse \uD83D\uDE00"}""");

    [Fact]
    public void A_reply_with_link_mention_and_tag_is_exactly_these_bytes()
    {
        var root = Ref("3kroot");
        var parent = Ref("3kparent");
        var mentions = new Dictionary<Handle, Did> { [HandleOf("kari.test")] = Kari };
        Json(new("Å @kari.test: se fjordvik.no #vei", ["nn", "nb"], new(root, parent), Written), mentions).ShouldBe(
            """{"$type":"app.bsky.feed.post","createdAt":"2026-11-22T12:05:09.070Z","facets":["""
            + """{"features":[{"$type":"app.bsky.richtext.facet#mention","did":"did:plc:kari"}],"index":{"byteEnd":13,"byteStart":3}},"""
            + """{"features":[{"$type":"app.bsky.richtext.facet#link","uri":"https://fjordvik.no"}],"index":{"byteEnd":29,"byteStart":18}},"""
            + """{"features":[{"$type":"app.bsky.richtext.facet#tag","tag":"vei"}],"index":{"byteEnd":34,"byteStart":30}}],"langs":["nn","nb"],"reply":{"parent":{"cid":"bafyreiaabbcc","uri":"at://did:plc:ola/app.bsky.feed.post/3kparent"},"root":{"cid":"bafyreiaabbcc","uri":"at://did:plc:ola/app.bsky.feed.post/3kroot"}},"text":"Å @kari.test: se fjordvik.no #vei"}""");
    }

    [Fact]
    public void The_same_draft_gives_the_same_bytes()
    {
        var draft = new PostDraft("👩‍🚒 #vei fjordvik.no", ["nb"], new(Ref("3k1"), Ref("3k2")), Written);
        PostRecord.Build(draft, Nobody).Json.ToArray().ShouldBe(PostRecord.Build(draft, Nobody).Json.ToArray());
    }

    [Fact]
    public void A_mention_of_nobody_stays_plain_text()
    {
        var record = PostRecord.Build(new("Hei @ingen.test", [], null, Written), Nobody);
        record.Facets.ShouldBeEmpty();
        Encoding.UTF8.GetString(record.Json.Span).ShouldNotContain("facets");
    }

    [Fact]
    public void The_handles_to_look_up_are_named_once_each() =>
        PostRecord.MentionsIn("@kari.test og @Kari.Test og @ola.test").Select(h => h.Value).ShouldBe(["kari.test", "ola.test"]);

    [Fact]
    public void At_most_three_languages_and_only_valid_ones_are_sent()
    {
        using var json = JsonDocument.Parse(PostRecord.Build(new("x", ["nb", "<b>", "nn", "nb", "da", "en"], null, Written), Nobody).Json);
        json.RootElement.GetProperty("langs").EnumerateArray().Select(l => l.GetString()).ShouldBe(["nb", "nn", "da"]);
    }

    [Theory]
    [InlineData("<script>alert(\"1\")</script>")]
    [InlineData("a\0b\u001Bc")]
    [InlineData("\u202Eabc\u202C שלום")]
    [InlineData("\\ \" \r\n \t")]
    public void A_hostile_text_comes_back_as_it_was_cleaned(string text)
    {
        var record = PostRecord.Build(new(text, [], null, Written), Nobody);
        using var json = JsonDocument.Parse(record.Json);
        json.RootElement.GetProperty("text").GetString().ShouldBe(record.Text);
        record.Text.ShouldBe(PlainText.Clean(text));
    }

    [Fact]
    public void For_any_text_each_facet_sent_covers_what_it_stands_for() =>
        Prop.ForAll(
            Gen.Elements("@kari.test", "#æ", "fjordvik.no", "👩‍🚒", " ", "e\u0301", "\u200F", "ש", "\r\n", "\uD83D", "\0", ".", "http://a.no/ø").ListOf().Select(string.Concat).ToArbitrary(),
            text =>
            {
                var record = PostRecord.Build(new(text, [], null, Written), new Dictionary<Handle, Did> { [HandleOf("kari.test")] = Kari });
                using var json = JsonDocument.Parse(record.Json);
                var sent = Encoding.UTF8.GetBytes(json.RootElement.GetProperty("text").GetString()!);
                return record.Facets.All(f => Covers(f, Encoding.UTF8.GetString(sent.AsSpan(f.ByteStart..f.ByteEnd))));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithQuietOnSuccess(true));

    private static bool Covers(Facet facet, string shown) => facet.Kind switch
    {
        FacetKind.Tag => shown == "#" + facet.Target,
        FacetKind.Mention => shown == "@kari.test" && facet.Target == Kari.Value,
        _ when Ascii.IsValid(shown) => facet.Target == shown || facet.Target == "https://" + shown,
        _ => LinkTargets.LeadsTo(facet.Target, shown),
    };

    private static string Json(PostDraft draft, Dictionary<Handle, Did>? mentions = null) =>
        Encoding.UTF8.GetString(PostRecord.Build(draft, mentions ?? Nobody).Json.Span);

    private static Handle HandleOf(string text) => Handle.TryParse(text, out var handle) ? handle : throw new FormatException(text);

    private static RecordRef Ref(string key) => new(AtUri.Of(Did.Parse("did:plc:ola"), AtUri.PostCollection, key), "bafyreiaabbcc");
}
