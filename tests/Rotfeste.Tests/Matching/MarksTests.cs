using Rotfeste.Matching;

namespace Rotfeste.Tests.Matching;

public class MarksTests
{
    [Theory]
    [InlineData("Ny skole og SKOLE", "skole", "Ny [skole] og [SKOLE]")]
    [InlineData("Ny skole, takk", "\"ny skole\" takk", "[Ny skole], [takk]")]
    [InlineData("a a a", "\"a a\"", "[a a a]")]
    [InlineData("hei #skole og @nav.no.", "#skole @nav.no", "hei [#skole] og [@nav.no].")]
    [InlineData("a b c", "a OR (b d)", "[a] b c")]
    [InlineData("a b c", "a OR (b c)", "[a] [b] [c]")]
    [InlineData("a b c", "a -d", "[a] b c")]
    [InlineData("a b c", "a -b", "a b c")]
    [InlineData("skolen", "sko*", "[skolen]")]
    [InlineData("i Fjord\u00ADvik\u200B nå", "fjordvik", "i [Fjord\u00ADvik]\u200B nå")]
    [InlineData("en BLA\u030ABÆR til", "blåbær", "en [BLA\u030ABÆR] til")]
    [InlineData("a\u0301 😀 skole", "skole", "a\u0301 😀 [skole]")]
    [InlineData("\uD83D skole \u1100\u1161 x", "skole x", "\uD83D [skole] \u1100\u1161 [x]")]
    public void What_made_the_search_hit_is_marked(string text, string query, string marked) =>
        Find.Marked(text, query).ShouldBe(marked);

    [Fact]
    public void A_cut_link_is_never_marked()
    {
        var post = new Post("vær e\u0301 yr.no/vær") { LinkRanges = [new TextRange(7, 9)] };
        Marks.Of(Find.Query("vær"), post).ShouldBe([new TextRange(0, 3)]);
    }

    [Fact]
    public void A_hit_beside_the_text_leaves_no_mark() =>
        Marks.Of(Find.Query("#skole"), new Post("hei") { Tags = ["skole"] }).ShouldBeEmpty();

    [Fact]
    public void Bytes_are_refused() =>
        Should.Throw<ArgumentException>(() => Marks.Of(Find.Query("a"), new Post("a"u8)));
}
