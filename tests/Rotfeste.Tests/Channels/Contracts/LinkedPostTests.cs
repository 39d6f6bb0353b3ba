using NodaTime;
using Rotfeste.Channels.Contracts;

namespace Rotfeste.Tests.Channels.Contracts;

public sealed class LinkedPostTests
{
    [Theory]
    [InlineData("at://did:plc:abc/app.bsky.feed.post/3kabc", "at://did:plc:abc/app.bsky.feed.post/3kabc")]
    [InlineData("https://bsky.app/profile/did:plc:abc/post/3kabc?ref=x#y", "at://did:plc:abc/app.bsky.feed.post/3kabc")]
    [InlineData("https://bsky.app/profile/did%3Aplc%3Aabc/post/3kabc/", "at://did:plc:abc/app.bsky.feed.post/3kabc")]
    [InlineData("https://vi.example/@ingrid@bygda.example/115", "https://vi.example/api/v1/statuses/115")]
    [InlineData("https://vi.example/deck/@ingrid@bygda.example/115", "https://vi.example/api/v1/statuses/115")]
    public void An_address_with_a_lasting_id_tells_which_post_it_is(string link, string uri) => LinkedPost.Read(link).ShouldBe(new LinkedPost { Uri = uri });

    [Theory]
    [InlineData("https://bygda.example/@ingrid/115")]
    [InlineData("https://bygda.example/users/ingrid/statuses/115")]
    public void A_status_at_its_authors_server_is_found_by_author_and_page(string link) => LinkedPost.Read(link).ShouldBe(new LinkedPost
    {
        Uri = "https://bygda.example/api/v1/statuses/115", Account = "https://bygda.example/@ingrid", Page = "https://bygda.example/@ingrid/115",
    });

    [Theory]
    [InlineData("https://bsky.app/profile/Ingrid.example/post/3kh5rarr3gn2n")]
    [InlineData("at://ingrid.example/app.bsky.feed.post/3kh5rarr3gn2n")]
    public void A_handle_is_not_lasting_so_the_time_in_the_key_helps(string link)
    {
        var read = LinkedPost.Read(link).ShouldNotBeNull();
        (read.Uri, read.Handle, read.Ending).ShouldBe((null, "ingrid.example", "/app.bsky.feed.post/3kh5rarr3gn2n"));
        read.About.ShouldNotBeNull().InUtc().Year.ShouldBe(2023);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ingrid")]
    [InlineData("https://grupper.example/p/1")]
    [InlineData("https://bsky.app/profile/ingrid.example")]
    [InlineData("https://bsky.app/profile/ingrid.example/post/../x")]
    [InlineData("https://bsky.app/profile/ingrid.example/post/%2525")]
    [InlineData("at://ingrid.example/app.bsky.feed.like/3kh5rarr3gn2n")]
    [InlineData("https://bygda.example/@ingrid/115/reblogs")]
    [InlineData("https://bygda.example/@ingrid/1%2F5")]
    [InlineData("https://bygda.example/users//statuses/115/x")]
    [InlineData("javascript:alert(1)")]
    public void What_is_no_post_is_none(string link) => LinkedPost.Read(link).ShouldBeNull();
}
