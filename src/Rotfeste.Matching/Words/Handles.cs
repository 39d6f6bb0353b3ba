using System.Globalization;
using System.Text;

namespace Rotfeste.Matching.Words;

/// <summary>Reads @handles: letters, digits and _.- with at most one @host; trailing points and hyphens fall off.</summary>
internal static class Handles
{
    /// <summary>Where the handle ends whose name begins at <paramref name="start"/> (after the @); the start itself where there is none.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        var nameEnd = RunEnd(text, start);
        if (nameEnd == start)
            return start;
        if (nameEnd < text.Length && text[nameEnd] == '@')
        {
            var hostEnd = Trim(text, nameEnd + 1, RunEnd(text, nameEnd + 1));
            if (hostEnd > nameEnd + 1)
                return hostEnd;
        }
        return Trim(text, start, nameEnd);
    }

    private static int Trim(ReadOnlySpan<char> text, int start, int end)
    {
        while (end > start && text[end - 1] is '.' or '-')
            end--;
        return end;
    }

    private static int RunEnd(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length)
        {
            if (text[end] is '_' or '.' or '-')
            {
                end++;
                continue;
            }
            Rune.DecodeFromUtf16(text[end..], out var rune, out var size);
            var category = Rune.GetUnicodeCategory(rune);
            if (category != UnicodeCategory.DecimalDigitNumber && Letters.KindOf(category) != Letters.Letter)
                break;
            end += size;
        }
        return end;
    }
}
