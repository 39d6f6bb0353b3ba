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
}
