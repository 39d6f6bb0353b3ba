using System.Text.RegularExpressions;

namespace Rotfeste.Dialogue.Criticism;

/// <summary>What makes a message look sour.</summary>
/// <param name="Words">Words of it that do, as they were written.</param>
/// <param name="HasShouting">Whole words in capitals, several of them.</param>
/// <param name="HasMarks">Exclamation or question marks in a row.</param>
internal sealed record SourSigns(IReadOnlyList<string> Words, bool HasShouting, bool HasMarks)
{
    public bool Any => Words.Count > 0 || (HasShouting && HasMarks);
}

/// <summary>
/// A small rule that anybody can follow: it looks for some words and signs, in Norwegian, Danish and English, and says which. It knows
/// neither irony nor why people are angry, so it only proposes.
/// </summary>
internal static partial class Sourness
{
    private const int MostWords = 4;
    private const int FewestShouted = 3;

    public static SourSigns Of(string text) => new(
        [.. Word().Matches(text).Select(m => m.Value.ToLowerInvariant()).Distinct(StringComparer.Ordinal).Take(MostWords)],
        Shouted().Count(text) >= FewestShouted,
        Marks().IsMatch(text));

    [GeneratedRegex(
        @"(?<![\p{L}\d])(?:skandale\p{L}*|skandaløs\p{L}*|skandalous|idiot\p{L}*|udugelig\p{L}*|uduelig\p{L}*|inkompetent\p{L}*|incompetent|håpløs\p{L}*|håbløs\p{L}*|hopeless|"
        + @"elendig\p{L}*|patetisk\p{L}*|pathetic|latterlig\p{L}*|latterleg\p{L}*|ridiculous|løgn\p{L}*|løgner\p{L}*|lyver|lyger|liars?|skam|skammelig\p{L}*|skammeleg\p{L}*|shame\p{L}*|"
        + @"sjofel\p{L}*|drittsekk\p{L}*|dritt|jævlig\p{L}*|jævla|fandeme|fanden|faen|helvete|helvede|for helvede|bullshit|useless|ubrukelig\p{L}*|ubrugelig\p{L}*|"
        + @"katastrofe\p{L}*|disaster|lei av|træt af|fed up|sick of|uakseptab\p{L}*|uacceptab\p{L}*|unacceptable|arrogan\p{L}*|respektløs\p{L}*|forbanna\p{L}*|sint|sinna|rasende|vred|furious|angry)(?![\p{L}\d])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<![\p{L}\d])\p{Lu}{4,}(?![\p{L}\d])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shouted();

    [GeneratedRegex(@"[!?]{2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marks();
}
