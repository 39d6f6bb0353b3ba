using System.Text;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Jetstream;
using Rotfeste.Networks.Text;

namespace Rotfeste.Tests.Networks.Jetstream;

public sealed class StreamEventTests
{
    [Theory]
    [InlineData("""{"active":true}""", AccountStanding.Active)]
    [InlineData("""{"active":false,"status":"takendown"}""", AccountStanding.TakenDown)]
    [InlineData("""{"active":false,"status":"suspended"}""", AccountStanding.Suspended)]
    [InlineData("""{"active":false,"status":"deleted"}""", AccountStanding.Deleted)]
    [InlineData("""{"status":"deactivated","active":false}""", AccountStanding.Deactivated)]
    [InlineData("""{"active":false,"status":"vacation"}""", AccountStanding.OtherwiseClosed)]
    [InlineData("""{"active":false}""", AccountStanding.OtherwiseClosed)]
    [InlineData("""{"active":"yes","status":7}""", AccountStanding.OtherwiseClosed)]
    [InlineData("{}", AccountStanding.OtherwiseClosed)]
    public void An_account_event_says_how_the_account_stands(string detail, AccountStanding standing)
    {
        var read = Read(Frames.Account(detail));
        (read.Kind, read.Standing).ShouldBe((StreamKind.Account, standing));
    }

    [Fact]
    public void An_identity_event_can_bring_a_new_handle()
    {
        Read("""{"did":"did:plc:ola","time_us":5,"kind":"identity","identity":{"did":"did:plc:ola","handle":"ola.no"}}""").NewHandle!.Value.Value.ShouldBe("ola.no");
        Read("""{"did":"did:plc:ola","time_us":5,"kind":"identity","identity":{"handle":"<b>"}}""").NewHandle.ShouldBeNull();
    }

    [Fact]
    public void A_deleted_post_names_its_address_and_has_no_text()
    {
        var read = Read("""{"did":"did:plc:ola","time_us":5,"kind":"commit","commit":{"rev":"3k","operation":"delete","collection":"app.bsky.feed.post","rkey":"3kabc"}}""");
        (read.IsPost, read.Operation, read.Post, read.Cid).ShouldBe((true, CommitOperation.Delete, null, null));
        read.Uri!.ToString().ShouldBe("at://did:plc:ola/app.bsky.feed.post/3kabc");
    }

    [Fact]
    public void A_changed_post_has_its_new_text() =>
        Read(Frames.Post("nytt").Replace("create", "update", StringComparison.Ordinal)).Post!.Text.ShouldBe("nytt");

    [Fact]
    public void Whatever_order_the_parts_come_in_they_are_found()
    {
        var read = Read("""{"commit":{"record":{"facets":[{"text":"ikke denne"}],"text":"hei"},"new":[1,{"text":"x"}],"rkey":"3k","collection":"app.bsky.feed.post","operation":"create"},"extra":{"did":"x"},"kind":"commit","time_us":5,"did":"did:plc:ola"}""");
        read.Post!.Text.ShouldBe("hei");
    }

    [Theory]
    [InlineData("""{"did":"did:plc:ola","time_us":5,"kind":"sync","sync":{"rev":"x"}}""", "sync")]
    [InlineData("""{"did":"did:plc:ola","time_us":5,"kind":"<script>"}""", "<script>")]
    public void A_kind_newer_than_this_client_is_kept_by_name(string frame, string name)
    {
        var read = Read(frame);
        (read.Kind, read.KindName, read.TimeUs).ShouldBe((StreamKind.Unknown, name, 5));
    }

    [Fact]
    public void Another_collection_is_a_commit_without_a_post()
    {
        var read = Read(Frames.Post("x").Replace("\"collection\":\"app.bsky.feed.post\"", "\"collection\":\"fm.teal.alpha.status\"", StringComparison.Ordinal));
        (read.Kind, read.Collection, read.IsPost, read.Post).ShouldBe((StreamKind.Commit, "fm.teal.alpha.status", false, null));
    }

    [Fact]
    public void An_operation_newer_than_this_client_brings_no_post()
    {
        var read = Read(Frames.Post("x").Replace("create", "merge", StringComparison.Ordinal));
        (read.Kind, read.Operation, read.Post).ShouldBe((StreamKind.Commit, CommitOperation.Unknown, null));
    }

    [Fact]
    public void The_details_of_a_post_are_read_when_asked_for()
    {
        var details = Read(Frames.Post("Å @kari.test #vei", more: """
            ,"langs":["nb"],"createdAt":"2026-11-22T12:00:00Z",
            "facets":[{"index":{"byteStart":3,"byteEnd":13},"features":[{"$type":"app.bsky.richtext.facet#mention","did":"did:plc:kari"}]},
                      {"index":{"byteStart":14,"byteEnd":18},"features":[{"$type":"app.bsky.richtext.facet#tag","tag":"vei"}]}],
            "reply":{"root":{"uri":"at://did:plc:a/app.bsky.feed.post/1","cid":"bafyreiroot"},"parent":{"uri":"at://did:plc:b/app.bsky.feed.post/2","cid":"bafyreiparent"}},
            "embed":{"$type":"app.bsky.embed.recordWithMedia","record":{"record":{"uri":"at://did:plc:c/app.bsky.feed.post/3","cid":"bafyreiquote"}},
                     "media":{"$type":"app.bsky.embed.images","images":[{"alt":"a"},{"alt":"b"}]}}
            """)).Post!.Details();
        details.Facets.ShouldBe([new(FacetKind.Mention, 3, 13, "did:plc:kari"), new(FacetKind.Tag, 14, 18, "vei")]);
        (details.Langs.Single(), details.Pictures, details.HasVideo, details.Quote!.Uri.Key).ShouldBe(("nb", 2, false, "3"));
        foreach (var (account, addressed) in new[] { ("kari", true), ("b", true), ("c", true), ("a", false), ("ola", false) })
            details.Addresses(Did.Parse($"did:plc:{account}")).ShouldBe(addressed, account);
    }

    [Fact]
    public void A_quote_a_card_and_a_film_are_told_apart()
    {
        Embed("""{"$type":"app.bsky.embed.record","record":{"uri":"at://did:plc:c/app.bsky.feed.post/3","cid":"bafyreiquote"}}""").Quote!.Uri.Key.ShouldBe("3");
        Embed("""{"$type":"app.bsky.embed.external","external":{"uri":"https://fjordvik.no/a"}}""").Link!.AbsoluteUri.ShouldBe("https://fjordvik.no/a");
        Embed("""{"$type":"app.bsky.embed.external","external":{"uri":"javascript:alert(1)"}}""").Link.ShouldBeNull();
        Embed("""{"$type":"app.bsky.embed.video","video":{}}""").HasVideo.ShouldBeTrue();
        Embed("7").HasVideo.ShouldBeFalse();
    }

    [Fact]
    public void A_first_look_finds_an_account_without_making_strings()
    {
        var post = Read(Frames.Post("hei", more: ",\"x\":\"did:plc:kari\"")).Post!;
        post.Holds("did:plc:kari"u8).ShouldBeTrue();
        post.Holds("did:plc:ingen"u8).ShouldBeFalse();
    }

    [Fact]
    public void A_text_is_copied_into_a_buffer_with_its_escapes_resolved()
    {
        var post = Read(Frames.Post("""linje\n\"to\" \ud83d\ude00 å""")).Post!;
        var buffer = new char[StreamPost.LongestText];
        buffer.AsSpan(0, post.CopyText(buffer)).ToString().ShouldBe("linje\n\"to\" 😀 å");
        post.RawTextIsEscaped.ShouldBeTrue();
        Encoding.UTF8.GetString(Read(Frames.Post("å")).Post!.RawText).ShouldBe("å");
    }

    private static StreamPostDetails Embed(string json) => Read(Frames.Post("x", more: $",\"embed\":{json}")).Post!.Details();

    private static StreamEvent Read(string frame) => StreamEvent.Read(Frames.Bytes(frame));
}
