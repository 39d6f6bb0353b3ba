namespace Rotfeste.Matching.Words;

/// <summary>Spellings that count as one: å as aa, æ and ä as ae, ø and ö as oe. Texts are folded before.</summary>
internal static class Alike
{
    /// <summary>A word is at most this much longer when spelt out.</summary>
    public const int Growth = 2;

    public static string Of(string folded)
    {
        var spelt = new char[folded.Length * Growth];
        return new string(spelt, 0, Spell(folded, spelt));
    }

    /// <summary>Writes the word spelt out and gives its length.</summary>
    public static int Spell(ReadOnlySpan<char> folded, Span<char> spelt)
    {
        var length = 0;
        foreach (var unit in folded)
        {
            var (first, second) = unit switch
            {
                'å' => ('a', 'a'),
                'æ' or 'ä' => ('a', 'e'),
                'ø' or 'ö' => ('o', 'e'),
                _ => (unit, '\0'),
            };
            spelt[length++] = first;
            if (second != '\0')
                spelt[length++] = second;
        }
        return length;
    }
}
