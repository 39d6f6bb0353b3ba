using System.Text;

namespace Rotfeste.Dialogue.Library;

/// <summary>An answer that may fit, and the words that the question has in common with it.</summary>
internal sealed record LikelyAnswer(LibraryAnswer Answer, IReadOnlyList<string> Common);

/// <summary>
/// Which answers may fit a question: those that share words with it that few other answers have. Words count as the same without
/// their endings, so that «veien» finds «veier».
/// </summary>
internal static class Likely
{
    private const int ShortestWord = 3;
    private const int Most = 3;
    private const int MostCommon = 4;
    private const double Least = 2.1;
    private const double InQuestion = 2;

    private static readonly string[] Endings = ["ene", "ane", "ets", "ens", "et", "en", "er", "ar", "es", "a", "e", "s"];

    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "det", "den", "dei", "dem", "der", "her", "har", "for", "fra", "frå", "til", "med", "som", "kan", "vil", "når", "var", "hva", "kva", "opp", "ned", "inn",
        "ble", "bli", "får", "man", "ein", "eit", "mitt", "min", "din", "vår", "oss", "jeg", "deg", "meg", "seg", "hos", "enn", "men", "ved", "mot", "blev", "hvad",
        "the", "and", "you", "are", "was", "not", "can", "has", "had", "our", "out", "who", "why", "how", "all", "any", "hei", "hej", "gjør", "gjer", "gør",
        "alle", "andre", "bare", "blir", "ikke", "ikkje", "kommer", "kjem", "hvor", "hvorfor", "hvordan", "korleis", "kvifor", "noen", "nokon", "være", "vere",
        "skal", "ville", "kunne", "eller", "dette", "disse", "desse", "deres", "dykkar", "mange", "veldig", "have", "with", "this", "that", "what", "when", "where",
        "from", "your", "there", "they", "jeres", "efter", "etter", "også", "både", "fordi", "siden", "sidan", "under", "over", "igjen", "igen", "takk", "thanks",
    };

    public static IReadOnlyList<LikelyAnswer> Of(string question, IReadOnlyList<LibraryAnswer> library)
    {
        var asked = WordsOf(question);
        if (asked.Count == 0 || library.Count == 0)
            return [];

        var each = library.Select(a => (Answer: a, Head: WordsOf($"{a.Topic} {a.Question}"), Body: WordsOf(a.Text))).ToList();
        var rarity = asked.Keys.ToDictionary(
            stem => stem, stem => Math.Log(1 + ((each.Count + 2) / (0.5 + each.Count(e => e.Head.ContainsKey(stem) || e.Body.ContainsKey(stem))))));
        var found =
            from one in each
            let score = rarity.Sum(r => one.Head.ContainsKey(r.Key) ? InQuestion * r.Value : one.Body.ContainsKey(r.Key) ? r.Value : 0)
            let common = rarity.Keys.Where(s => one.Head.ContainsKey(s) || one.Body.ContainsKey(s)).OrderByDescending(s => rarity[s]).ToList()
            where score >= Least && common.Exists(one.Head.ContainsKey)
            orderby score descending
            select new LikelyAnswer(one.Answer, [.. common.Take(MostCommon).Select(s => asked[s])]);
        return [.. found.Take(Most)];
    }

    /// <summary>Two texts share a word that says something.</summary>
    public static bool HaveInCommon(string one, string other)
    {
        var words = WordsOf(other);
        return WordsOf(one).Keys.Any(words.ContainsKey);
    }

    private static string StemOf(string word)
    {
        var ending = Array.Find(Endings, e => word.Length - e.Length >= ShortestWord && word.EndsWith(e, StringComparison.Ordinal));
        return ending is null || (ending == "s" && word[^2] == 's') ? word : word[..^ending.Length];
    }

    // Each word without its ending, and as it was written.
    private static Dictionary<string, string> WordsOf(string text)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        foreach (var letter in text.Normalize().Append(' '))
        {
            if (char.IsLetter(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
                continue;
            }

            var whole = word.ToString();
            word.Clear();
            if (whole.Length >= ShortestWord && !Empty.Contains(whole))
                words.TryAdd(StemOf(whole), whole);
        }

        return words;
    }
}
