using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Rotfeste.Tests.Matching;

/// <summary>One random case: searches, and a post that has a fair chance to hit some of them.</summary>
internal sealed record RandomCase(SlowQuery[] Searches, string Text, string[] Tags, string[] Mentions, string[] Languages)
{
    public override string ToString() =>
        $"searches {string.Join(" | ", Searches.Select(search => search.ToString()))}\n"
        + $"text {string.Join(' ', Text.Select(unit => unit is > ' ' and < '\u007F' ? unit.ToString() : $"\\u{(int)unit:X4}"))}\n"
        + $"tags {string.Join(',', Tags)} mentions {string.Join(',', Mentions)} languages {string.Join(',', Languages)}";
}

internal static class RandomCases
{
    // Each is one word: plain, composed and not, with letters that fold strangely or lie beyond the first plane.
    private static readonly string[] Words =
    [
        "skole", "Skole", "SKOLEN", "nav", "NAV", "x", "e", "é", "e\u0301", "E\u0301", "å", "A\u030A", "ß", "SS", "ſ", "s", "İ", "i", "ς", "Σ",
        "2024", "a1", "_a", "½", "１", "\U00010400a", "\U00010428a", "\uAC01", "\u1100\u1161\u11A8", "a\u0327\u0301", "a\u0301\u0327",
        "no", "www", "ǅ",
        "1\uFE0F\u20E3", "sko\u00ADle", "\u212A", "k",
    ];

    private static readonly string[] Signs =
    [
        " ", " ", " ", " ", "\n", "\u00A0", "\u2028", "-", ".", ",", "#", "@", "#", "@", "_", "*", "…", "'", "’", "(", ")", "«", "»", "<", ">", "\"",
        "]",
        "www.", "http://", "https://", "HTTP://", "Www.", "/", ":", "http:/", "\u00AD", "\u200B", "\u200D",
        "\u2060", "\uFEFF", "\u2764\uFE0F",
        "\U0001F600", "\u0301", "\uFE0F", "\u20E3", "\uD83D", "\uDE00", "\uFFFE", "\uFFFC", "\u0488", "\U0001D165", "\U00016D67", "\U0001F1F3", "\u2000",
    ];

    private static readonly string[] TagNames = ["skole", "SKOLEN", "é", "e\u0301", "a1", "å", "2024a", "\U00010400a"];
    private static readonly string[] HandleNames = ["nav", "nav.no", "NAV", "x@nav.no", "a-1", "no", "é", "_a.-x@s"];

    public static Arbitrary<RandomCase> All => Arb.From(
        from searches in Gen.Sized(size => Query(Math.Min(3, size / 10))).ArrayOf()
        from text in Text
        from tags in Gen.Elements("#skole", "Skolen", "É", "", "#", "a1", "a\uD83D").ArrayOf()
        from mentions in Gen.Elements("@nav", "NAV.no", "x@Nav.no", "", "@", "é").ArrayOf()
        from languages in Gen.Elements("nb", "nn-NO", "no", "sv", "EN").ArrayOf()
        select new RandomCase(searches, text, [.. tags.Take(3)], [.. mentions.Take(3)], [.. languages.Take(2)]));

    private static Gen<string> Text =>
        from parts in Gen.Frequency(
            (5, Gen.Elements(Words)),
            (5, Gen.Elements(Signs)),
            (1, Signed("#", TagNames)),
            (1, Signed("@", HandleNames))).ListOf()
        select string.Concat(parts);

    // What stands right before the sign and right after the name decides whether it is one.
    private static Gen<string> Signed(string sign, string[] names) =>
        from before in Gen.Elements(" ", " ", "(", ".", "-", "x", "@", "#", "_", "\u0301", "\uFE0F", "\u200B")
        from name in Gen.Elements(names)
        from after in Gen.Elements(" ", " ", ".", "-", ".-", "@", "@.", "@x", "/", "\u0301", "www.x")
        select before + sign + name + after;

    private static Gen<SlowQuery> Query(int depth) => depth == 0 ? Leaf : Gen.Frequency(
        (3, Leaf),
        (2, Parts(depth).Select(parts => (SlowQuery)new SlowOr(parts))),
        (2, from parts in Parts(depth) from isSpelt in Flag select (SlowQuery)new SlowAnd(parts, isSpelt)),
        (2, from part in Query(depth - 1) from isSpelt in Flag select (SlowQuery)new SlowNot(part, isSpelt)));

    private static Gen<SlowQuery[]> Parts(int depth) =>
        from count in Gen.Choose(2, 3)
        from parts in Query(depth - 1).ArrayOf(count)
        select parts;

    private static Gen<bool> Flag => Gen.Elements(true, false);

    private static Gen<SlowQuery> Leaf => Gen.Frequency(
        (8, Phrase),
        (2, Gen.Elements(TagNames).Select(name => (SlowQuery)new SlowTag(name))),
        (2, Gen.Elements(HandleNames).Select(name => (SlowQuery)new SlowHandle(name))),
        (1, Gen.Elements("nb", "no", "sv", "en").Select(name => (SlowQuery)new SlowLanguage(name))));

    private static Gen<SlowQuery> Phrase =>
        from count in Gen.Frequency((5, Gen.Constant(1)), (2, Gen.Constant(2)), (1, Gen.Constant(3)))
        from words in Word.ArrayOf(count)
        from between in Gen.Elements(" ", "-", ", ")
        select (SlowQuery)new SlowPhrase(words, between);

    private static Gen<(string Text, bool IsOpen)> Word =>
        from word in Gen.Elements(Words)
        from isOpen in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from length in Gen.Choose(1, 3)
        select isOpen ? (Beginning(word, length), true) : (word, false);

    private static string Beginning(string word, int length) =>
        string.Concat(word.Normalize(NormalizationForm.FormC).EnumerateRunes().Take(length));
}
