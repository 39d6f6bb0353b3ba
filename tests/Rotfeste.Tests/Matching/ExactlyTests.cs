using Rotfeste.Matching;

namespace Rotfeste.Tests.Matching;

/// <summary>The finer rules of docs/searches.md, sentence by sentence, where <see cref="LanguageTableTests"/> and <see cref="QueryTests"/> do not show them.</summary>
public class ExactlyTests
{
    [Theory]
    [InlineData("e\u0301", "É", true)]
    [InlineData("i", "İ", false)]
    [InlineData("ss", "ß", false)]
    [InlineData("s", "ſ", false)]
    [InlineData("σ", "ς", false)]
    [InlineData("σ", "Σ", true)]
    [InlineData("k", "\u212A", true)]
    [InlineData("fjordvik", "f\u200Cjo\u2060rd\uFEFFvik", true)]
    [InlineData("f\u00ADjord", "fjord", true)]
    [InlineData("a", "\u0301a", true)]
    [InlineData("½", "½", true)]
    [InlineData("a", "a💧b", true)]
    [InlineData("'💧'", "a💧b", true)]
    [InlineData("\"a b\"", "a. (🎉) \n b", true)]
    public void Letters_words_and_folding(string query, string text, bool isFound) => Find.In(text, query).ShouldBe(isFound);

    [Theory]
    [InlineData("'nav.no'", "se https://nav.no/x", true)]
    [InlineData("'/x.'", "se https://nav.no/x.", true)]
    [InlineData("#side", "https://nav.no/#side", false)]
    [InlineData("@nav", "https://x.no/@nav", false)]
    [InlineData("nav", "xhttps://nav.no", true)]
    [InlineData("etter", "www.nav.no/(etter)", false)]
    [InlineData("x", "(www.nav.no)x", false)]
    [InlineData("x", "(www.nav.no) x", true)]
    [InlineData("x", "«www.nav.no»x", true)]
    [InlineData("has:link a", "a www.nav.no", true)]
    [InlineData("has:link a", "a www.", false)]
    public void Addresses(string query, string text, bool isFound) => Find.In(text, query).ShouldBe(isFound);

    [Fact]
    public void A_literal_sees_a_link_that_the_network_cut_out()
    {
        var post = new Post("les nrk.no/vær nå") { LinkRanges = [new TextRange(4, 10)] };
        var index = MatchIndex<int>.Build([new(0, Find.Query("'nrk.no'")), new(1, Find.Query("vær")), new(2, Find.Query("'k.no/v'"))]);
        var hits = new Hits();
        index.Match(post, hits);
        hits.Ordinals.ToArray().ShouldBe([0]);
        Marks.Of(Find.Query("'nrk.no' nå"), post).ShouldBe([new TextRange(4, 6), new TextRange(15, 2)]);
    }

    [Theory]
    [InlineData("'C++'", "kan C++ nå", "kan [C++] nå")]
    [InlineData("x NEAR/1 y", "x a y b b x", "[x] a [y] b b x")]
    [InlineData("x ONEAR y", "y x a y", "y [x] a [y]")]
    [InlineData("*hage*", "barnehagene", "[barnehagene]")]
    [InlineData("~blå", "BLAA og blå", "[BLAA] og [blå]")]
    [InlineData("=NAV", "NAV Nav", "[NAV] Nav")]
    [InlineData("'e\u0301'", "x e\u0301\u00AD!", "x [e\u0301]\u00AD!")]
    public void What_the_signs_found_is_marked(string query, string text, string marked) => Find.Marked(text, query).ShouldBe(marked);

    [Theory]
    [InlineData("And", "and", true)]
    [InlineData("a NEAR/2 b OR c", "c", true)]
    [InlineData("\"NEAR\"", "near", true)]
    [InlineData("a-b", "a.b", true)]
    [InlineData("don't", "don t", true)]
    [InlineData("„a b”", "a b", true)]
    [InlineData("(a)(b)", "b a", true)]
    [InlineData("10:30", "kl 10.30", true)]
    public void Operators_and_signs_are_such_only_in_their_places(string query, string text, bool isFound) => Find.In(text, query).ShouldBe(isFound);

    [Fact]
    public void A_small_near_is_a_word_with_a_hint() => Find.Query("a near b").Hints.ShouldBe([new QueryHint(2, "near")]);

    [Theory]
    [InlineData("a OR link:b.no")]
    [InlineData("NOT (-a OR lang:nb)")]
    [InlineData("(a OR 'b') (lang:nb OR -c)")]
    [InlineData("(a NEAR b) OR #c OR @d OR author:e")]
    public void Something_present_is_judged_on_the_whole(string query) => Find.Query(query).ShouldNotBeNull();

    [Fact]
    public void The_outline_says_how_a_query_was_read()
    {
        var outline = Find.Query("x (a* ONEAR/3 =\"C D\" OR «e» -lang:nb)").Outline;
        outline.Kind.ShouldBe(QueryPartKind.All);
        outline.Parts[1].Kind.ShouldBe(QueryPartKind.Any);
        outline.Parts[1].Range.ShouldBe(new TextRange(2, 35));
        var near = outline.Parts[1].Parts[0];
        (near.Kind, near.Distance, near.IsOrdered).ShouldBe((QueryPartKind.Near, 3, true));
        near.Parts[0].Words.ShouldBe([new QueryWord("a", false, true)]);
        near.Parts[1].Spelling.ShouldBe(QuerySpelling.Exact);
        near.Parts[1].Words.Select(word => word.Text).ShouldBe(["C", "D"]);
        var excluded = outline.Parts[1].Parts[1].Parts[1];
        excluded.Kind.ShouldBe(QueryPartKind.Not);
        excluded.Parts[0].Values.ShouldBe(["nb"]);
    }
}
