using System.Text.RegularExpressions;
using DiffPlex;

namespace Rotfeste.Dialogue.SecondLooks;

/// <summary>A stretch of two texts laid over each other.</summary>
/// <param name="Text">Its words.</param>
/// <param name="IsIn">It stands in the new text.</param>
/// <param name="WasIn">It stood in the old one.</param>
public sealed record DifferenceView(string Text, bool IsIn, bool WasIn);

/// <summary>What differs between two texts, word by word.</summary>
internal static partial class Difference
{
    /// <summary>Pieces in order; those that are in make the new text, those that were in the old one.</summary>
    public static IReadOnlyList<DifferenceView> Of(string before, string after)
    {
        var found = new Differ().CreateCustomDiffs(before, after, ignoreWhiteSpace: false, Cut);
        var (pieces, at) = (new List<DifferenceView>(), 0);
        foreach (var block in found.DiffBlocks)
        {
            Take(found.PiecesNew, at, block.InsertStartB - at, true, true);
            Take(found.PiecesOld, block.DeleteStartA, block.DeleteCountA, false, true);
            Take(found.PiecesNew, block.InsertStartB, block.InsertCountB, true, false);
            at = block.InsertStartB + block.InsertCountB;
        }

        Take(found.PiecesNew, at, found.PiecesNew.Length - at, true, true);
        return pieces;

        void Take(IReadOnlyList<string> all, int start, int count, bool isIn, bool wasIn)
        {
            if (count > 0)
                pieces.Add(new DifferenceView(string.Concat(all.Skip(start).Take(count)), isIn, wasIn));
        }
    }

    // Words, and the white space between them: together they are the text again.
    private static string[] Cut(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\S+|\s+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
