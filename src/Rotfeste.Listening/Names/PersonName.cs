using System.Text;

namespace Rotfeste.Listening.Names;

/// <summary>A person's name, word by word, in a spelling in which å is aa, æ and ä ae, ø and ö oe.</summary>
internal sealed class PersonName
{
    private const int MostWords = 4;

    public PersonName(string name)
    {
        var words = WordsOf(name);
        // Of a very long name the first ones and the last one.
        Words = words.Length <= MostWords ? words : [.. words[..(MostWords - 1)], words[^1]];
        Joined = string.Concat(words);
        FirstAndLast = words.Length > 0 ? words[0] + words[^1] : "";
    }

    public string[] Words { get; }

    /// <summary>A single word is no name that could be told from an ordinary word.</summary>
    public bool IsWhole => Words.Length > 1;

    private string Joined { get; }

    private string FirstAndLast { get; }

    /// <summary>Which words of the name a word of a query meets, one bit each; all of them where the name is written as one.</summary>
    public int Meets(string word, bool isOpenBefore, bool isOpenAfter)
    {
        var met = 0;
        for (var at = 0; at < Words.Length; at++)
        {
            if (Fits(Words[at], word, isOpenBefore, isOpenAfter))
                met |= 1 << at;
        }

        return Fits(Joined, word, isOpenBefore, isOpenAfter) && word.Length > Words.Max(w => w.Length) || word == FirstAndLast
            ? (1 << Words.Length) - 1
            : Single(met);
    }

    /// <summary>The words of a text, spelt alike.</summary>
    public static string[] WordsOf(string text)
    {
        var spelt = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormC).ToLowerInvariant())
        {
            _ = letter switch
            {
                'å' => spelt.Append("aa"),
                'æ' or 'ä' => spelt.Append("ae"),
                'ø' or 'ö' => spelt.Append("oe"),
                _ when char.IsLetter(letter) => spelt.Append(letter),
                _ => spelt.Append(' '),
            };
        }

        return spelt.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool Fits(string own, string word, bool isOpenBefore, bool isOpenAfter) => (isOpenBefore, isOpenAfter) switch
    {
        (false, false) => own == word,
        (false, true) => own.StartsWith(word, StringComparison.Ordinal),
        (true, false) => own.EndsWith(word, StringComparison.Ordinal),
        _ => own.Contains(word, StringComparison.Ordinal),
    };

    // One word of a query is one word of a name, also where an open one could be several.
    private static int Single(int met) => met & -met;
}
