using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.Model;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;

namespace Rotfeste.Agreements.Versions;

/// <summary>What differs between two versions: values by name, words by word.</summary>
internal static partial class Comparison
{
    public static ComparisonView Of(
        Guid agreement, Versioned from, IReadOnlyList<Section> before, Versioned to, IReadOnlyList<Section> after, FieldSaying say) =>
        new(agreement, from.Number, to.Number, [.. Fields(from, to, say)], [.. Sections(before, after)]);

    /// <summary>The text as pieces; put together without what was removed they are the new text.</summary>
    public static IReadOnlyList<PieceView> Pieces(string before, string after)
    {
        var differences = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, Cut);
        return [.. Joined(Gathered.From(Lay(differences)).Where(p => p.Text.Length > 0))];
    }

    private static IEnumerable<PieceView> Lay(DiffResult differences)
    {
        var at = 0;
        foreach (var block in differences.DiffBlocks)
        {
            yield return Take(differences.PiecesNew, at, block.InsertStartB - at, PieceKind.Same);
            yield return Take(differences.PiecesOld, block.DeleteStartA, block.DeleteCountA, PieceKind.Removed);
            yield return Take(differences.PiecesNew, block.InsertStartB, block.InsertCountB, PieceKind.Inserted);
            at = block.InsertStartB + block.InsertCountB;
        }

        yield return Take(differences.PiecesNew, at, differences.PiecesNew.Length - at, PieceKind.Same);
    }

    private static PieceView Take(string[] pieces, int start, int count, PieceKind kind) =>
        new(kind, string.Concat(pieces.Skip(start).Take(count)));

    // Words, and the white space between them: together they are the text again.
    private static string[] Cut(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    private static IEnumerable<FieldChangeView> Fields(Versioned from, Versioned to, FieldSaying say)
    {
        foreach (var name in Enum.GetValues<FieldName>())
        {
            var (before, after) = (say.Of(name, from), say.Of(name, to));
            if (before != after)
                yield return new FieldChangeView(name, before, after);
        }
    }

    private static IEnumerable<SectionChangeView> Sections(IReadOnlyList<Section> before, IReadOnlyList<Section> after)
    {
        var old = before.ToDictionary(s => s.Key);
        foreach (var now in after)
        {
            var was = old.GetValueOrDefault(now.Key);
            old.Remove(now.Key);
            if (was is null || SectionHash.Of(was) != SectionHash.Of(now))
                yield return new SectionChangeView(now.Key, now.Title, was is null, false, Pieces(WholeOf(was, now), WholeOf(now, was)));
        }

        foreach (var gone in before.Where(s => old.ContainsKey(s.Key)))
            yield return new SectionChangeView(gone.Key, gone.Title, false, true, Pieces(gone.Words ?? "", ""));
    }

    // A changed heading is shown as part of the text; one that stayed is not repeated.
    private static string WholeOf(Section? section, Section? other) => section is null
        ? ""
        : other is null || section.Title == other.Title ? section.Words ?? "" : $"{section.Title}\n{section.Words}";

    private static IEnumerable<PieceView> Joined(IEnumerable<PieceView> pieces)
    {
        PieceView? last = null;
        foreach (var piece in pieces)
        {
            if (last is not null && last.Kind != piece.Kind)
                yield return last;
            last = last?.Kind == piece.Kind ? last with { Text = last.Text + piece.Text } : piece;
        }

        if (last is not null)
            yield return last;
    }

    [GeneratedRegex(@"\S+|\s+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
