namespace Rotfeste.Bench.Match;

/// <summary>Searches as organisations write them: a name of one or two words, what it is about, what not. The same each time.</summary>
internal static class RandomSearches
{
    /// <param name="vocabulary">The words to choose from; a word is no more often chosen for being common.</param>
    /// <param name="count">How many.</param>
    /// <param name="isHeavy">A third of them with nearness, stars at both ends, exact and alike spellings, literals and long lists.</param>
    public static string[] Make(string[] vocabulary, int count, bool isHeavy)
    {
        var random = new Random(count);
        string Word() => vocabulary[random.Next(vocabulary.Length)];
        string Long()
        {
            while (true)
            {
                if (Word() is { Length: >= 6 } word)
                    return word;
            }
        }

        string Light() => random.Next(5) switch
        {
            0 => $"\"{Word()} {Word()}\"",
            1 => $"{Word()} {Word()}",
            2 => $"({Word()} OR {Word()}) {Word()}",
            3 => $"({Word()} OR \"{Word()} {Word()}\") ({Word()} OR {Word()}) -{Word()}",
            _ => $"{Word()} {Word()} -({Word()} OR {Word()})",
        };
        string Heavy() => random.Next(7) switch
        {
            0 => $"{Word()} NEAR/5 ({Word()} OR {Word()})",
            1 => $"{Long()}* {Word()} -lang:sv",
            2 => $"*{Long()}* {Word()}",
            3 => $"=\"{Word()} {Word()}\" OR ~{Long()}",
            4 => $"'{Long()} {Word()}'",
            5 => $"({string.Join(" OR ", Enumerable.Range(0, 20).Select(_ => Long()))}) ({string.Join(" OR ", Enumerable.Range(0, 5).Select(_ => Word()))})",
            _ => $"*{Long()} ONEAR/3 {Word()} NOT #{Long()}",
        };
        return [.. Enumerable.Range(0, count).Select(_ => isHeavy && random.Next(3) == 0 ? Heavy() : Light())];
    }
}
