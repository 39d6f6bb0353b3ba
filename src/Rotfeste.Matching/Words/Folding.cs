using System.Text;

namespace Rotfeste.Matching.Words;

/// <summary>Lower case by code point and nothing more: lengths stay.</summary>
internal static class Folding
{
    public static void Fold(ReadOnlySpan<char> settled, Span<char> folded)
    {
        for (var at = 0; at < settled.Length; at++)
        {
            if (char.IsSurrogate(settled[at]) && Rune.DecodeFromUtf16(settled[at..], out var rune, out _) == System.Buffers.OperationStatus.Done)
                Rune.ToLowerInvariant(rune).EncodeToUtf16(folded[at++..]);
            else
                folded[at] = Letters.Fold[settled[at]];
        }
    }

    public static string Fold(string settled) => string.Create(settled.Length, settled, static (folded, text) => Fold(text, folded));

    /// <summary>Whether a text is the other once it is folded; for names without letters beyond the first plane.</summary>
    public static bool IsFoldedTo(ReadOnlySpan<char> text, ReadOnlySpan<char> folded)
    {
        if (text.Length != folded.Length)
            return false;
        for (var at = 0; at < text.Length; at++)
        {
            if (Letters.Fold[text[at]] != folded[at])
                return false;
        }
        return true;
    }
}
