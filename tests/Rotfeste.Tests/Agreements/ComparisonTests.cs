using FsCheck;
using FsCheck.Fluent;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Versions;

namespace Rotfeste.Tests.Agreements;

public sealed class ComparisonTests
{
    private static readonly Arbitrary<string> Texts =
        Gen.Elements("Jonas", "Marit", " ", "\n", "svarer", "22", ".", "  ", "timer", "🌱", "«så»").ListOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void A_changed_phrase_is_one_piece_and_the_end_of_a_sentence_stays() =>
        Comparison.Pieces("Folk får svar samme dag.", "Folk får svar innen to timer.").ShouldBe(
        [
            new PieceView(PieceKind.Same, "Folk får svar "), new PieceView(PieceKind.Removed, "samme dag."),
            new PieceView(PieceKind.Inserted, "innen to timer."),
        ]);

    [Fact]
    public void The_pieces_put_together_are_both_texts() =>
        Prop.ForAll(Texts, Texts, (before, after) =>
        {
            var pieces = Comparison.Pieces(before, after);
            return string.Concat(pieces.Where(p => p.Kind != PieceKind.Removed).Select(p => p.Text)) == after
                && string.Concat(pieces.Where(p => p.Kind != PieceKind.Inserted).Select(p => p.Text)) == before;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithQuietOnSuccess(true));
}
