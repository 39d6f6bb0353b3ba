using Rotfeste.Networks;
using Rotfeste.Networks.Bluesky;
using Rotfeste.Networks.Bluesky.Ids;

namespace Rotfeste.Tests.Networks.Bluesky.Ids;

public sealed class IdTests
{
    [Theory]
    [InlineData("did:plc:z72i7hdynmk6r22z27h6tvur", true)]
    [InlineData("did:web:localhost%3A1234", true)]
    [InlineData("did:plc:", false)]
    [InlineData("did:PLC:abc", false)]
    [InlineData("did:plc:abc:", false)]
    [InlineData("did:plc:<script>", false)]
    [InlineData("did:plc:ab c", false)]
    [InlineData("DID:plc:abc", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_did_is_parsed_strictly(string? text, bool valid) => Did.TryParse(text, out _).ShouldBe(valid);

    [Fact]
    public void A_did_longer_than_2048_is_refused() => Did.TryParse("did:plc:" + new string('a', 2_041), out _).ShouldBeFalse();

    [Theory]
    [InlineData("kari.fjordvik.no", "kari.fjordvik.no")]
    [InlineData("Kari.Bsky.Social", "kari.bsky.social")]
    [InlineData("alice.test", "alice.test")]
    [InlineData("a-b.no", "a-b.no")]
    [InlineData("kari", null)]
    [InlineData("-kari.no", null)]
    [InlineData("kari-.no", null)]
    [InlineData("kari..no", null)]
    [InlineData("kari.1no", null)]
    [InlineData("kåre.no", null)]
    [InlineData("@kari.no", null)]
    [InlineData("kari.no/", null)]
    [InlineData(null, null)]
    public void A_handle_is_parsed_strictly(string? text, string? expected) =>
        (Handle.TryParse(text, out var handle) ? handle.Value : null).ShouldBe(expected);

    [Theory]
    [InlineData(" @Kari.Bsky.Social ", "kari.bsky.social")]
    [InlineData("\u202A@kari.bsky.social\u202C", "kari.bsky.social")]
    [InlineData("kari", null)]
    public void A_typed_handle_is_read_kindly(string text, string? expected) =>
        (Handle.TryParseTyped(text, out var handle) ? handle.Value : null).ShouldBe(expected);

    [Theory]
    [InlineData("at://did:plc:abc/app.bsky.feed.post/3kabc", true)]
    [InlineData("at://did:plc:abc/app.bsky.feed.post/a~b_c.d:e-f", true)]
    [InlineData("at://did:plc:abc/app.bsky.feed.post/..", false)]
    [InlineData("at://did:plc:abc/app.bsky.feed.post/a/b", false)]
    [InlineData("at://did:plc:abc/app.bsky.feed.post/", false)]
    [InlineData("at://did:plc:abc/post/3k", false)]
    [InlineData("at://did:plc:abc/app..post/3k", false)]
    [InlineData("at://did:plc:abc", false)]
    [InlineData("at://alice.test/app.bsky.feed.post/3k", false)]
    [InlineData("https://bsky.app/profile/x/post/y", false)]
    public void The_address_of_a_record_is_parsed_strictly_and_written_back(string text, bool valid)
    {
        AtUri.TryParse(text, out var uri).ShouldBe(valid);
        if (valid) uri!.ToString().ShouldBe(text);
    }

    [Fact]
    public void A_post_has_a_page_on_the_web()
    {
        AtUri.TryParse("at://did:plc:abc/app.bsky.feed.post/3kabc", out var uri);
        WebLinks.Public.Post(uri!).AbsoluteUri.ShouldBe("https://bsky.app/profile/did:plc:abc/post/3kabc");
        new WebLinks(new("http://localhost:9000")).Profile(uri!.Repo).AbsoluteUri.ShouldBe("http://localhost:9000/profile/did:plc:abc");
    }

    [Theory]
    [InlineData("bsky.social", "https://bsky.social/")]
    [InlineData(" https://bsky.social/ ", "https://bsky.social/")]
    [InlineData("http://localhost:2583", "http://localhost:2583/")]
    [InlineData("sørfjord.no", "https://xn--srfjord-q1a.no/")]
    [InlineData("localhost:2583", "https://localhost:2583/")]
    [InlineData("http://[::1]:2583", "http://[::1]:2583/")]
    [InlineData("", null)]
    [InlineData("https://a@b.no", null)]
    [InlineData("https://b.no/path", null)]
    [InlineData("https://b.no?x=1", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("not an address", null)]
    public void A_typed_server_address_is_read_kindly_and_kept_bare(string typed, string? expected) =>
        (ServerAddress.TryParse(typed, out var server) ? server.AbsoluteUri : null).ShouldBe(expected);
}
