using System.Text;
using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Queries;

/// <summary>Reads the words of a term and the stars on them.</summary>
internal static class PhraseReader
{
    public static List<Word>? Read(string text, TextRange range, Complaint complaint)
    {
        var words = new List<Word>();
        var inside = text.AsSpan(range.Start, range.Length);
        for (var at = 0; at < inside.Length;)
        {
            if (inside[at] == '*')
            {
                var before = at + 1 < inside.Length && WordEnd(inside, at + 1, out _) > at + 1;
                complaint.Note(before ? QueryReason.NotOffered : QueryReason.LoneStar, new(range.Start + at, 1));
                return null;
            }
            var end = WordEnd(inside, at, out _);
            if (end == at)
            {
                Rune.DecodeFromUtf16(inside[at..], out _, out var size);
                at += size;
                continue;
            }
            var isOpen = end < inside.Length && inside[end] == '*';
            words.Add(new(Folding.Fold(inside[at..end].ToString()), isOpen));
            at = isOpen ? end + 1 : end;
            if (isOpen && at < inside.Length && KindAt(inside, at, out _) != Letters.Other)
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
