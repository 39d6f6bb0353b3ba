using Rotfeste.Matching;

namespace Rotfeste.Tests.Matching;

public class QueryTests
{
    [Theory]
    [InlineData("skole", "Ny SKOLE i vår", true)]
    [InlineData("skole", "Nye skoler", false)]
    [InlineData("skole*", "Nye Skoler", true)]
    [InlineData("s*", "en stor skole", true)]
    [InlineData("\"ny skole\"", "ny, skole", true)]
    [InlineData("\"ny skole\"", "ny stor skole", false)]
    [InlineData("\"ny sko*\"", "Ny\nskolebygning", true)]
    [InlineData("\"n* skole\"", "en nye skole", true)]
    [InlineData("“ny skole”", "ny skole", true)]
    [InlineData("«ny skole»", "ny skole", true)]
    [InlineData("„ny skole“", "skole ny", false)]
    [InlineData("e-post", "send e post", true)]
    [InlineData("e-post", "post e", false)]
    [InlineData("a_b", "a b", false)]
    [InlineData("blåbær", "BLÅBÆR", true)]
    [InlineData("blåbær", "BLA\u030ABÆR", true)]
    [InlineData("bla\u030Abær", "blåbær", true)]
    [InlineData("blåbær", "blabær", false)]
    [InlineData("strasse", "straße", false)]
    [InlineData("fjordvik", "Fjord\u00ADvik", true)]
    [InlineData("fjordvik", "Fjord\u200Bvik", true)]
    [InlineData("fjord", "❤\uFE0Ffjord🎉", true)]
    public void A_word_or_phrase_is_found_as_the_rules_say(string query, string text, bool isFound) =>
        Find.In(text, query).ShouldBe(isFound);

    [Theory]
    [InlineData("a b", "b a", true)]
    [InlineData("a AND b", "a", false)]
    [InlineData("a OR b c", "a", true)]
    [InlineData("(a OR b) c", "a", false)]
    [InlineData("a OR b c", "b c", true)]
    [InlineData("a -b", "a b", false)]
    [InlineData("a NOT b", "a c", true)]
    [InlineData("a -\"b c\"", "a c b", true)]
    [InlineData("a -(b OR c)", "a c", false)]
    [InlineData("a NOT (b c)", "a c", true)]
    [InlineData("a -#b", "a #b", false)]
    [InlineData("a --b", "a b", true)]
    [InlineData("NOT (NOT a OR b)", "a", true)]
    [InlineData("NOT (NOT a OR b)", "a b", false)]
    [InlineData("(a)-b", "a b", false)]
    [InlineData("a \"OR\" b", "a b", false)]
    [InlineData("a \"OR\" b", "a or b", true)]
    public void Operators_bind_NOT_then_AND_then_OR(string query, string text, bool isFound) =>
        Find.In(text, query).ShouldBe(isFound);

    [Theory]
    [InlineData("no", "se https://nrk.no/no", false)]
    [InlineData("nrk", "se www.nrk.no, takk", false)]
    [InlineData("takk", "se www.nrk.no, takk", true)]
    [InlineData("nrk", "xwww.nrk.no", true)]
    [InlineData("nrk", "www. nrk", true)]
    [InlineData("etter", "(se http://a.no/b_(c))etter", false)]
    [InlineData("etter", "(se <http://a.no/b>etter", true)]
    [InlineData("\"se takk\"", "se HTTPS://a.no! Takk", true)]
    public void Addresses_are_cut_from_the_words(string query, string text, bool isFound) => Find.In(text, query).ShouldBe(isFound);

    [Fact]
    public void Links_that_the_network_names_are_cut_too()
    {
        const string text = "les på nrk.no/vær nå";
        Find.Query("vær").Fits(new Post(text)).ShouldBeTrue();
        Find.Query("vær").Fits(new Post(text) { LinkRanges = [new TextRange(7, 10)] }).ShouldBeFalse();
        Find.Query("\"på nå\"").Fits(new Post(text) { LinkRanges = [new TextRange(7, 10)] }).ShouldBeTrue();
        // In UTF-8 å and æ take two bytes each, and offsets are bytes.
        Find.Query("\"på nå\"").Fits(new Post("les på nrk.no/vær nå"u8) { LinkRanges = [new TextRange(8, 11)] }).ShouldBeTrue();
    }

    [Fact]
    public void Link_ranges_that_leave_the_text_are_passed_over()
    {
        TextRange[] wrong = [new(-1, 2), new(1, int.MaxValue), new(3, 0), new(2, -1), new(99, 1)];
        Find.Query("skole").Fits(new Post("skole") { LinkRanges = wrong }).ShouldBeTrue();
        Find.Query("skole").Fits(new Post("skole"u8) { LinkRanges = wrong }).ShouldBeTrue();
    }

    [Theory]
    [InlineData("lang:nb", "nb-NO", true)]
    [InlineData("lang:nb", "no", false)]
    [InlineData("lang:no", "nn", true)]
    [InlineData("lang:da,sv", "SV", true)]
    [InlineData("lang:da,sv", "nb", false)]
    [InlineData("-lang:sv", "nb", true)]
    public void Language_is_read_from_the_tag_of_the_post(string query, string language, bool isFound) =>
        Find.Query("a " + query).Fits(new Post("a") { Languages = [language] }).ShouldBe(isFound);

    [Fact]
    public void A_post_without_language_fits_only_what_excludes_one()
    {
        Find.In("a", "a lang:sv").ShouldBeFalse();
        Find.In("a", "a -lang:sv").ShouldBeTrue();
    }

    [Fact]
    public void Small_words_that_look_like_operators_are_words_with_a_hint()
    {
        var query = Find.Query("  fisk og NOT \"og\" ikke");
        query.Hints.ShouldBe([new QueryHint(7, "og"), new QueryHint(19, "ikke")]);
        query.Fits(new Post("ikke fisk og")).ShouldBeFalse();
    }
}
