using System.Text;

namespace Rotfeste.Dialogue.Library;

/// <summary>An answer that may fit, and the words that the question has in common with it.</summary>
internal sealed record LikelyAnswer(LibraryAnswer Answer, IReadOnlyList<string> Common);

/// <summary>An answer and its words without their endings: taken out once, not for each visit.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Head">Of its topic and question.</param>
/// <param name="Body">Of its text.</param>
internal sealed record AnswerStems(LibraryAnswer Answer, IReadOnlySet<string> Head, IReadOnlySet<string> Body);

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

    public static AnswerStems StemsOf(LibraryAnswer answer) =>
        new(answer, WordsOf($"{answer.Topic} {answer.Question}").Keys.ToHashSet(StringComparer.Ordinal), WordsOf(answer.Text).Keys.ToHashSet(StringComparer.Ordinal));

    public static IReadOnlyList<LikelyAnswer> Of(string question, IReadOnlyList<AnswerStems> library)
    {
        var asked = WordsOf(question);
        if (asked.Count == 0 || library.Count == 0)
            return [];

        var rarity = asked.Keys.ToDictionary(
            stem => stem, stem => Math.Log(1 + ((library.Count + 2) / (0.5 + library.Count(a => a.Head.Contains(stem) || a.Body.Contains(stem))))));
        var found =
            from one in library
            let score = rarity.Sum(r => one.Head.Contains(r.Key) ? InQuestion * r.Value : one.Body.Contains(r.Key) ? r.Value : 0)
            where score >= Least
            let common = rarity.Keys.Where(s => one.Head.Contains(s) || one.Body.Contains(s)).OrderByDescending(s => rarity[s]).ToList()
            where common.Exists(one.Head.Contains)
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

    /// <summary>Each word without its ending, and as it was written.</summary>
    internal static Dictionary<string, string> WordsOf(string text)
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
