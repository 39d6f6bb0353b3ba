namespace Rotfeste.Matching.Keys;

/// <summary>A guess at the share of short posts that hold something. It steers speed only, never what is found.</summary>
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

    private static readonly HashSet<string> Common =
    [
        "denne", "dette", "disse", "dem", "dei", "deg", "meg", "oss", "dere", "sin", "sitt", "sine", "min", "mitt", "mine", "hans", "hennes", "vår",
        "år", "siden", "hadde", "ville", "skulle", "kunne", "må", "måtte", "får", "fikk", "går", "gikk", "kommer", "kom", "ta", "tar", "si", "sier",
        "sa", "se", "ser", "gjøre", "gjør", "noe", "noen", "nokon", "mange", "mye", "mykje", "andre", "annet", "selv", "sjølv", "veldig", "helt",
        "litt", "lite", "inn", "ned", "under", "mellom", "før", "hos", "ved", "enn", "jo", "ja", "nei", "nok", "her", "dag", "tid", "ny", "nye",
        "nytt", "god", "gode", "godt", "stor", "store", "første", "norge", "norske", "norsk", "folk", "saken", "sak", "mellom", "blitt", "vært",
        "gang", "gjennom", "uten", "slik", "man", "ein", "eit", "ei", "hvor", "hvordan", "hvorfor", "from", "but", "they", "we", "my", "as", "at",
        "so", "just", "all", "what", "your", "can", "if", "me", "has", "will", "one", "about", "like", "or", "by", "do", "up", "out", "get", "no",
    ];

    public static double OfWord(string word) => Everyday.Contains(word) ? 0.3 : Common.Contains(word) ? 0.05 : ByLength(word.Length);

    public static double OfBeginning(string beginning) => Math.Min(1, 10 * ByLength(beginning.Length));

    public static double OfGram(ReadOnlySpan<char> gram)
    {
        var share = 10.0;
        foreach (var unit in gram)
            share *= "etrani sldogkm".Contains(unit, StringComparison.Ordinal) ? 0.25 : 0.08;
        return Math.Clamp(share, 0.003, 1);
    }

    private static double ByLength(int length) => Math.Max(0.0005, 0.1 * Math.Pow(0.5, Math.Min(length, 12) - 1));
}
