using System.Text;
using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Queries;

/// <summary>Reads the words of a term and the stars on them.</summary>
internal sealed class PhraseReader(string text, Complaint complaint)
{
    /// <summary>The words in a range; null where a star is refused.</summary>
    public List<QueryWord>? Read(TextRange range)
    {
        var words = new List<QueryWord>();
        var inside = text.AsSpan(range.Start, range.Length);
        for (var at = 0; at < inside.Length;)
        {
            var isOpenBefore = inside[at] == '*';
            var start = isOpenBefore ? at + 1 : at;
            var end = WordEnd(inside, start, out _);
            if (end == start && isOpenBefore)
            {
                complaint.Note(QueryReason.LoneStar, new(range.Start + at, 1));
                return null;
            }
            if (end == start)
            {
                Rune.DecodeFromUtf16(inside[at..], out _, out var size);
                at += size;
                continue;
            }
            var isOpenAfter = end < inside.Length && inside[end] == '*';
            words.Add(new(inside[start..end].ToString(), isOpenBefore, isOpenAfter));
            at = isOpenAfter ? end + 1 : end;
            if (isOpenAfter && at < inside.Length && KindAt(inside, at, out _) != Letters.Other)
            {
                complaint.Note(QueryReason.StarInsideWord, new(range.Start + end, 1));
                return null;
            }
        }
        return words;
    }

    /// <summary>Where the word ends that begins at <paramref name="start"/>; the start itself where none does.</summary>
    public static int WordEnd(ReadOnlySpan<char> text, int start, out bool hasLetter)
    {
        hasLetter = false;
        var end = start;
        while (end < text.Length)
        {
            var kind = KindAt(text, end, out var size);
            if (kind == Letters.Other || (kind == Letters.Mark && end == start))
                break;
            hasLetter |= kind == Letters.Letter;
            end += size;
        }
        return end;
    }

    private static byte KindAt(ReadOnlySpan<char> text, int at, out int size)
    {
        Rune.DecodeFromUtf16(text[at..], out var rune, out size);
        return rune.Value == '_' ? Letters.Number : Letters.KindOf(Rune.GetUnicodeCategory(rune));
    }
}
