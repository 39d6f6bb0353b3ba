using System.Text;

namespace Rotfeste.Matching.Words;

/// <summary>Brings a text to the form that words are read from: well-formed, NFC, invisible characters dropped.</summary>
internal static class Settling
{
    private const int Slack = QuickScan.Block + 16;

    /// <summary>Gives the settled text, which lies in the last array. Both arrays grow as needed and may be used again.</summary>
    public static ReadOnlySpan<char> Settle(ReadOnlySpan<char> text, ref char[] mended, ref char[] settled)
    {
        Room(ref mended, text.Length);
        Mend(text, mended);
        Room(ref settled, text.Length);
        var length = text.Length;
        if (NeedsComposing(mended.AsSpan(0, length)))
        {
            while (!mended.AsSpan(0, text.Length).TryNormalize(settled, out length, NormalizationForm.FormC))
                Room(ref settled, settled.Length * 2);
        }
        else
        {
            mended.AsSpan(0, length).CopyTo(settled);
        }
        return settled.AsSpan(0, Drop(settled.AsSpan(0, length)));
    }

    public static string Settle(string text)
    {
        char[] mended = [], settled = [];
        return new string(Settle(text, ref mended, ref settled));
    }

    /// <summary>Copies with U+FFFD for lone surrogates, and for U+FFFE, which normalisation would throw on.</summary>
    public static void Mend(ReadOnlySpan<char> text, Span<char> mended)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var unit = text[at];
            if (char.IsHighSurrogate(unit) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                mended[at] = unit;
                mended[++at] = text[at];
            }
            else
            {
                mended[at] = char.IsSurrogate(unit) || unit == '\uFFFE' ? '\uFFFD' : unit;
            }
        }
    }

    /// <summary>Makes an array hold so many, and the few more that blocks of letters are read by.</summary>
    public static void Room<T>(ref T[] array, int length)
    {
        if (array.Length < length + Slack)
            Array.Resize(ref array, Math.Max(length + Slack, Math.Max(256, array.Length * 2)));
    }

    // Most texts come here for an invisible character alone, as in joined emoji: those neither compose nor stand between what does.
    private static bool NeedsComposing(ReadOnlySpan<char> mended)
    {
        for (var at = 0; at < mended.Length; at++)
        {
            var unit = mended[at];
            var kind = Letters.Kind[unit];
            if (kind == Letters.Surrogate)
                kind = Letters.KindOf(new Rune(unit, mended[++at]));
            if (kind >= Letters.Unsettled && !Letters.IsDropped(unit))
                return true;
        }
        return false;
    }

    private static int Drop(Span<char> text)
    {
        var kept = 0;
        foreach (var unit in text)
        {
            if (!Letters.IsDropped(unit))
                text[kept++] = unit;
        }
        return kept;
    }
}
