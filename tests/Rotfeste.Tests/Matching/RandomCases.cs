using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Rotfeste.Matching;

namespace Rotfeste.Tests.Matching;

/// <summary>A post with all that it may carry.</summary>
internal sealed record RandomPost(string Text)
{
    public string[] Tags { get; init; } = [];

    public string[] Mentions { get; init; } = [];

    public string[] Languages { get; init; } = [];

    public string[] Links { get; init; } = [];

    public TextRange[] LinkRanges { get; init; } = [];

    public string? Author { get; init; }

    public string? Source { get; init; }

    public bool IsReply { get; init; }

    public bool HasImage { get; init; }
}

/// <summary>One random case: searches, and a post that has a fair chance to hit some of them.</summary>
internal sealed record RandomCase(SlowQuery[] Searches, RandomPost Post)
{
    public override string ToString() =>
        $"searches {string.Join(" | ", Searches.Select(search => search.ToString()))}\n"
        + $"text {string.Join(' ', Post.Text.Select(unit => unit is > ' ' and < '\u007F' ? unit.ToString() : $"\\u{(int)unit:X4}"))}\n"
        + $"tags {string.Join(',', Post.Tags)} mentions {string.Join(',', Post.Mentions)} languages {string.Join(',', Post.Languages)}\n"
        + $"links {string.Join(' ', Post.Links)} ranges {string.Join(' ', Post.LinkRanges)} author {Post.Author} source {Post.Source}";
}

internal static class RandomCases
{
    // Each is one word: plain, composed and not, with letters that fold strangely or lie beyond the first plane.
    private static readonly string[] Words =
    [
        "skole", "Skole", "SKOLEN", "nav", "NAV", "x", "e", "é", "e\u0301", "E\u0301", "å", "A\u030A", "ß", "SS", "ſ", "s", "İ", "i", "ς", "Σ",
        "2024", "a1", "_a", "½", "１", "\U00010400a", "\U00010428a", "\uAC01", "\u1100\u1161\u11A8", "a\u0327\u0301", "a\u0301\u0327",
        "no", "www", "ǅ",
        "1\uFE0F\u20E3", "sko\u00ADle", "\u212A", "k", "blåbær", "blaabaer", "BLÄBÆR", "øre", "ÖRE", "oere", "o\u0308re", "aa", "ae",
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
        from post in Post
        select new RandomCase(searches, post));

    private static Gen<RandomPost> Post =>
        from text in Text
        from tags in Gen.Elements("#skole", "Skolen", "É", "", "#", "a1", "a\uD83D").ArrayOf()
        from mentions in Gen.Elements("@nav", "NAV.no", "x@Nav.no", "", "@", "é").ArrayOf()
        from languages in Gen.Elements("nb", "nn-NO", "no", "sv", "EN").ArrayOf()
        from links in Gen.Elements("https://nav.no/a/B?x", "nav.no", "//nav.no/a", "HTTPS://u:p@X.NAV.no:80/a/bc#d", "xnav.no", "http://no/a", "", "é.no/a").ArrayOf()
        from author in Gen.Elements(null, null, "nav", "@NAV.no", "é")
        from source in Gen.Elements(null, "bluesky", "Mastodon")
        from isReply in Flag
        from hasImage in Flag
        from start in Gen.Choose(-8, 30)
        from length in Gen.Choose(1, 12)
        select new RandomPost(text)
        {
            Tags = [.. tags.Take(3)],
            Mentions = [.. mentions.Take(3)],
            Languages = [.. languages.Take(2)],
            Links = [.. links.Take(2)],
            Author = author,
            Source = source,
            IsReply = isReply,
            HasImage = hasImage,
            LinkRanges = Range(text, start, length),
        };

    // Between whole letters, as a network's own offsets in bytes always are.
    private static TextRange[] Range(string text, int start, int length) =>
        start >= 0 && start + length <= text.Length && !IsInPair(text, start) && !IsInPair(text, start + length) ? [new(start, length)] : [];

    private static bool IsInPair(string text, int at) =>
        at > 0 && at < text.Length && char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at]);

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
        (8, Phrase.Select(phrase => (SlowQuery)phrase)),
        (3, Near),
        (2, Gen.Elements(Literals).Select(text => (SlowQuery)new SlowLiteral(text))),
        (2, Gen.Elements(TagNames).Select(name => (SlowQuery)new SlowTag(name))),
        (2, Gen.Elements(HandleNames).Select(name => (SlowQuery)new SlowHandle(name))),
        (1, Gen.Elements("nb", "no", "sv", "en").Select(name => (SlowQuery)new SlowLanguage(name))),
        (1, from host in Gen.Elements("nav.no", "no", "x.nav.no", "skole") from path in Gen.Elements("", "", "/a", "/a/", "/a/B", "/a/b") select (SlowQuery)new SlowLink(host, path)),
        (1, Gen.Elements("nav", "NAV.no", "é").Select(name => (SlowQuery)new SlowAuthor(name))),
        (1, Gen.Elements(Fields)));

    private static readonly string[] Literals =
    [
        "skole", "Skole", "C++", "a.", ".a", "\U0001F600", "e\u0301", "å", "//", "https://", "x", "nav.no", "\u2764\uFE0F", "'", "no'x", " ", "#", "a@", "\u0301",
        "SKOLEN nav", "_", "\U00010400a", "1\uFE0F\u20E3", "ab\u00ADc", ") ",
    ];

    private static readonly SlowQuery[] Fields =
    [
        new SlowField("source:bluesky", post => post.Source == "bluesky"),
        new SlowField("source:Mastodon,x", post => post.Source == "mastodon"),
        new SlowField("is:reply", post => post.Post.IsReply),
        new SlowField("is:repost", _ => false),
        new SlowField("has:image", post => post.Post.HasImage),
        new SlowField("has:link", post => post.Links.Count > 0),
    ];

    private static Gen<SlowQuery> Near =>
        from first in Side
        from second in Side
        from distance in Gen.Elements(new int?[] { null, 0, 1, 2, 5, 50 })
        from isOrdered in Flag
        select (SlowQuery)new SlowNear(first, second, distance, isOrdered);

    private static Gen<SlowPhrase[]> Side =>
        from count in Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Constant(2)))
        from phrases in Phrase.ArrayOf(count)
        select phrases;

    private static Gen<SlowPhrase> Phrase =>
        from count in Gen.Frequency((5, Gen.Constant(1)), (2, Gen.Constant(2)), (1, Gen.Constant(3)))
        from words in Word.ArrayOf(count)
        from between in Gen.Elements(" ", "-", ", ")
        from spelling in Gen.Elements(' ', ' ', ' ', '=', '~')
        select new SlowPhrase(words, between, spelling);

    private static Gen<SlowWord> Word =>
        from word in Gen.Elements(Words)
        from openBefore in Gen.Elements(false, false, false, true)
        from openAfter in Gen.Elements(false, false, false, true)
        from length in Gen.Choose(1, 3)
        select new SlowWord(openAfter ? Beginning(word, length) : openBefore ? Ending(word, length) : word, openBefore, openAfter);

    // A word cannot begin with a mark.
    private static string Ending(string word, int length)
    {
        var runes = word.Normalize(NormalizationForm.FormC).EnumerateRunes().ToArray();
        var from = Math.Max(0, runes.Length - length);
        while (from > 0 && Rune.GetUnicodeCategory(runes[from]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            from--;
        return string.Concat(runes[from..]);
    }

    private static string Beginning(string word, int length) =>
        string.Concat(word.Normalize(NormalizationForm.FormC).EnumerateRunes().Take(length));
}
