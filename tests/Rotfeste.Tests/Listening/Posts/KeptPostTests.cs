using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Posts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.Listening.Posts;

public sealed class KeptPostTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 12, 0);

    [Fact]
    public void A_post_cannot_be_written_after_it_came() =>
        Make(Sent() with { CreatedAt = Now + Duration.FromDays(2) }).CreatedAt.ShouldBe(Now);

    [Fact]
    public void Names_that_come_later_are_taken_and_the_words_are_kept()
    {
        var post = Make(Sent());
        post.AwaitsName.ShouldBeTrue();

        post.Freshen(Sent() with { Text = "Andre ord", Author = new("did:plc:geir", "geir.example", "Geir Nes"), Likes = 4 }, Now);

        post.Text.ShouldBe("Hei");
        post.AuthorName.ShouldBe("Geir Nes");
        post.Likes.ShouldBe(4);
        post.AwaitsName.ShouldBeFalse();
    }

    [Fact]
    public void An_erased_post_takes_nothing_back()
    {
        var post = Make(Sent());
        post.Erase(ErasedBecause.Deleted).ShouldBeTrue();
        post.Erase(ErasedBecause.AccountGone).ShouldBeFalse();

        post.Freshen(Sent() with { Author = new("did:plc:geir", "geir.example", "Geir Nes") }, Now);
        post.Change(Sent() with { Text = "Nye ord" }, seenUs: 99);
        post.Name("geir.example", "Geir Nes");

        post.ToStored().Post.Text.ShouldBe("");
        post.ToStored().Post.Author.ShouldBe(new NetworkAuthor("", "", ""));
        post.Erased.ShouldBe(ErasedBecause.Deleted);
    }

    [Fact]
    public void Only_newer_words_replace_older_ones()
    {
        var post = Make(Sent());
        post.Change(Sent() with { Text = "Nyest" }, seenUs: 20);
        post.Change(Sent() with { Text = "Eldre" }, seenUs: 10);
        post.Text.ShouldBe("Nyest");
    }

    [Fact]
    public void Text_is_made_so_that_any_database_takes_it()
    {
        Storable.Clean("a\0b").ShouldBe("a b");
        Storable.Clean("a\uD83Db").ShouldBe("a\uFFFDb");
        Storable.Clean("\uDE00").ShouldBe("\uFFFD");
        Storable.Clean("😀 æøå").ShouldBe("😀 æøå");
    }

    [Fact]
    public void A_text_is_not_cut_through_a_character()
    {
        var (text, isCut) = Storable.Cut(new string('a', Storable.LongestText - 1) + "😀", wasCut: false);
        isCut.ShouldBeTrue();
        text.Length.ShouldBe(Storable.LongestText - 1);
    }

    private static KeptPost Make(NetworkPost post) => KeptPost.From(post, OrganisationId.New(), "hash", isOurs: false, Now);

    private static NetworkPost Sent() => new(
        "bluesky", "at://did:plc:geir/app.bsky.feed.post/a", "cid", null, new("did:plc:geir", "", ""), "Hei", false, ["nb"], Now, null, null, null, [], [], [], null);
}
