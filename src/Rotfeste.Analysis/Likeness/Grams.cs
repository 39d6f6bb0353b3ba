using System.Text;

namespace Rotfeste.Analysis.Likeness;

/// <summary>The set of four characters side by side in a text, folded, with each run of anything else than letters and digits as one space.</summary>
internal static class Grams
{
    private const int Length = 4;
    private const int MostCharacters = 20_000;

    /// <summary>
    /// In ascending order, each once, mixed to 32 bits: many texts are kept, and of a hundred grams two fall together once in a million texts.
    /// A text of one to four characters is one gram.
    /// </summary>
    public static uint[] Of(string text)
    {
        var folded = Folded(text);
        if (folded.Length == 0)
            return [];
        var grams = new HashSet<uint>();
        for (var at = 0; at == 0 || at + Length <= folded.Length; at++)
        {
            var gram = 0UL;
            for (var next = at; next < Math.Min(at + Length, folded.Length); next++)
                gram = (gram << 16) | folded[next];
            grams.Add((uint)LikeTexts.Mixed(gram));
        }

        return [.. grams.Order()];
    }

    public static double Jaccard(uint[] one, uint[] other)
    {
        var (at, beside, shared) = (0, 0, 0);
        while (at < one.Length && beside < other.Length)
        {
            if (one[at] == other[beside])
                (at, beside, shared) = (at + 1, beside + 1, shared + 1);
            else if (one[at] < other[beside])
                at++;
            else
                beside++;
        }

        return one.Length == 0 || other.Length == 0 ? 0 : shared / (double)(one.Length + other.Length - shared);
    }

    private static string Folded(string text)
    {
        var folded = new StringBuilder();
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, MostCharacters)).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                folded.Append(Rune.ToLowerInvariant(rune));
            else if (folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString().TrimEnd();
    }
}
