using Rotfeste.Networks.Text;

namespace Rotfeste.Tests.Networks.Text;

public sealed class TextPiecesTests
{
    [Fact]
    public void A_text_is_cut_at_its_facets()
    {
        var pieces = TextPieces.Cut("Å se #vei nå", [new(FacetKind.Tag, 6, 10, "vei")]);
        pieces.Select(p => p.Text).ShouldBe(["Å se ", "#vei", " nå"]);
        pieces[1].Facet!.Target.ShouldBe("vei");
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(0, 99)]
    [InlineData(3, 3)]
    [InlineData(5, 2)]
    [InlineData(1, 3)]
    public void A_facet_that_cuts_a_character_or_leaves_the_text_is_passed_over(int start, int end) =>
        TextPieces.Cut("Å se #vei nå", [new(FacetKind.Tag, start, end, "vei")]).ShouldHaveSingleItem().Text.ShouldBe("Å se #vei nå");

    [Fact]
    public void Of_two_facets_that_overlap_the_first_holds() =>
        TextPieces.Cut("abcdef", [new(FacetKind.Tag, 2, 5, "y"), new(FacetKind.Tag, 0, 3, "x")]).Select(p => p.Text).ShouldBe(["abc", "def"]);
}
