using Rotfeste.Networks.Bluesky.Posts;
using Rotfeste.Networks.Text;

namespace Rotfeste.Tests.Networks.Bluesky.Posts;

public sealed class PostTests
{
    [Fact]
    public async Task A_post_is_read_whole()
    {
        var post = await Read(Samples.Post("3k1", record: """
            "text":"Å @kari.test","langs":["nb","nn","da","en"],
            "facets":[{"index":{"byteStart":3,"byteEnd":13},"features":[{"$type":"app.bsky.richtext.facet#mention","did":"did:plc:kari"}]}],
            "reply":{"root":{"uri":"at://did:plc:kari/app.bsky.feed.post/3kr","cid":"bafyreiroot"},"parent":{"uri":"at://did:plc:kari/app.bsky.feed.post/3kp","cid":"bafyreiparent"}}
            """));
        post.Ref.Uri.Key.ShouldBe("3k1");
        (post.Author.DisplayName, post.Author.Handle.Value, post.Text).ShouldBe(("Ola", "ola.test", "Å @kari.test"));
        post.Facets.ShouldHaveSingleItem().ShouldBe(new Facet(FacetKind.Mention, 3, 13, "did:plc:kari"));
        post.Langs.ShouldBe(["nb", "nn", "da"]);
        (post.Reply!.Root.Uri.Key, post.Reply.Parent.Uri.Key).ShouldBe(("3kr", "3kp"));
        (post.LikeCount, post.ReplyCount, post.RepostCount, post.QuoteCount).ShouldBe((2, 1, 4, 3));
        post.Time.ShouldBe(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_post_that_claims_the_future_is_sorted_by_when_it_was_seen()
    {
        var post = await Read(Samples.Post("3k1").Replace("2026-11-22T12:00:00.000Z", "2126-01-01T00:00:00Z", StringComparison.Ordinal));
        post.Time.ShouldBe(new DateTimeOffset(2026, 11, 22, 12, 0, 1, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("\"createdAt\":\"yesterday\"")]
    [InlineData("\"text\":{\"a\":1}")]
    [InlineData("\"text\":\"x\",\"facets\":\"no\",\"langs\":7,\"reply\":[]")]
    [InlineData("\"text\":\"\\ud83d\\u0000\"")]
    public async Task A_record_of_odd_shape_still_gives_a_post(string record) =>
        (await Read(Samples.Post("3k1", record: record))).Facets.ShouldBeEmpty();

    [Theory]
    [InlineData(3, 12, "javascript:alert(1)")]
    [InlineData(3, 99, "https://a.no")]
    [InlineData(-1, 3, "https://a.no")]
    [InlineData(1, 3, "https://a.no")]
    [InlineData(5, 5, "https://a.no")]
    public async Task A_facet_that_lies_about_its_place_or_leads_to_a_script_is_dropped(int start, int end, string uri) =>
        (await Read(Samples.Post("3k1", record: $$$"""
            "text":"Å @kari.test","facets":[{"index":{"byteStart":{{{start}}},"byteEnd":{{{end}}}},"features":[{"$type":"app.bsky.richtext.facet#link","uri":"{{{uri}}}"}]}]
            """))).Facets.ShouldBeEmpty();

    [Fact]
    public async Task Script_in_every_field_stays_text()
    {
        const string Script = "<script>alert(1)</script>";
        var post = await Read(Samples.Post("3k1", record: $"\"text\":\"{Script}\",\"langs\":[\"{Script}\"]").Replace("\"Ola\"", $"\"{Script}\"", StringComparison.Ordinal).Replace("ola.test", Script, StringComparison.Ordinal));
        (post.Text, post.Author.DisplayName, post.Author.Handle.Value).ShouldBe((Script, Script, "handle.invalid"));
    }

    [Fact]
    public async Task A_text_of_a_hundred_thousand_characters_is_read() =>
        (await Read(Samples.Post("3k1", record: $"\"text\":\"{new string('å', 100_000)}\""))).Text.Length.ShouldBe(100_000);

    private static async Task<Post> Read(string post)
    {
        var answer = await StubServer.Ok($$"""{"posts":[{{post}}]}""").Client().GetPosts([], "t", TestContext.Current.CancellationToken);
        return answer.Value!.Found.ShouldHaveSingleItem();
    }
}
