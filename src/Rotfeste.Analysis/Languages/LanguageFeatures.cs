using System.Text;

namespace Rotfeste.Analysis.Languages;

/// <summary>
/// What a text is judged by: its words, pairs of words, and the pieces of two to five letters in them with their edges, each as a bucket of
/// a hash. Addresses, handles and digits say nothing of a language and are left out.
/// </summary>
internal static class LanguageFeatures
{
    public const int Bits = 20;
    public const int Buckets = 1 << Bits;
    private const char Edge = '_';
    private const int LongestPiece = 5;
    private const int LongestWord = 40;
    private const int MostCharacters = 4_000;

    /// <summary>The buckets of a text, each once, in no order; and how many letters there were, and how many of them Latin.</summary>
    public static (int[] Found, int Letters, int Latin) Of(string text)
    {
        var found = new HashSet<int>();
        var (letters, latin) = (0, 0);
        var before = "";
        foreach (var word in Words(text.Length > MostCharacters ? text[..MostCharacters] : text))
        {
            letters += word.Length;
            latin += word.Count(IsLatin);
            found.Add(Bucket(word, 'w'));
            if (before.Length > 0)
                found.Add(Bucket($"{before} {word}", 'p'));
            before = word;
            var edged = $"{Edge}{word}{Edge}";
            for (var length = 2; length <= LongestPiece; length++)
            {
                for (var at = 0; at + length <= edged.Length; at++)
                    found.Add(Bucket(edged.AsSpan(at, length), (char)('0' + length)));
            }
        }

        return ([.. found], letters, latin);
    }

    private static IEnumerable<string> Words(string text)
    {
        var settled = text.IsNormalized() ? text : Settled(text);
        foreach (var token in settled.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (token[0] == '@' || token.Contains("://", StringComparison.Ordinal) || token.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
                continue;
            var start = -1;
            for (var at = 0; at <= token.Length; at++)
            {
                if (at < token.Length && (char.IsLetter(token[at]) || (token[at] is '\'' or '’' && start >= 0)))
                {
                    start = start < 0 ? at : start;
                }
                else if (start >= 0)
                {
                    yield return token[start..Math.Min(at, start + LongestWord)].Replace('’', '\'').TrimEnd('\'').ToLowerInvariant();
                    start = -1;
                }
            }
        }
    }

    // Half a pair of surrogates cannot be composed; it is no letter either.
    private static string Settled(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static bool IsLatin(char letter) => letter < 'ɐ';

    // FNV-1a, spread once more so that the low bits hang on every letter.
    private static int Bucket(ReadOnlySpan<char> piece, char kind)
    {
        var hash = (2166136261u ^ kind) * 16777619u;
        foreach (var letter in piece)
            hash = (hash ^ letter) * 16777619u;
        hash ^= hash >> 15;
        hash *= 0x2C1B3C6Du;
        hash ^= hash >> 13;
        return (int)(hash & (Buckets - 1));
    }
}
