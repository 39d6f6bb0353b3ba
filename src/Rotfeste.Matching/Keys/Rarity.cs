namespace Rotfeste.Matching.Keys;

/// <summary>A guess at the share of short posts that hold a word. It steers speed only, never what is found.</summary>
internal static class Rarity
{
    // The words that Norwegian, Danish, Swedish and English sentences are held together by.
    private static readonly HashSet<string> Everyday =
    [
        "og", "i", "er", "på", "det", "som", "en", "et", "å", "at", "til", "av", "for", "med", "ikke", "ikkje", "de", "den", "har",
        "jeg", "eg", "du", "vi", "han", "hun", "ho", "om", "så", "var", "fra", "frå", "men", "kan", "seg", "sig", "eller", "vil",
        "skal", "være", "vere", "blir", "ble", "vart", "bli", "der", "når", "da", "då", "nå", "no", "nu", "hva", "kva", "hvis", "alle",
        "også", "bare", "berre", "etter", "over", "ut", "opp", "mot", "mer", "meir", "af", "jeg", "och", "att", "är", "inte", "the",
        "a", "an", "and", "to", "of", "in", "is", "it", "that", "this", "you", "was", "be", "on", "are", "not", "have", "with",
    ];

    public static double OfWord(string word) => Everyday.Contains(word) ? 0.3 : ByLength(word.Length);

    public static double OfBeginning(string beginning) => Math.Min(1, 10 * ByLength(beginning.Length));

    private static double ByLength(int length) => Math.Max(0.0005, 0.1 * Math.Pow(0.5, Math.Min(length, 12) - 1));
}
