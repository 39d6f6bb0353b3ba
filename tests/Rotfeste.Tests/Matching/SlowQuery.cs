using System.Text;
using System.Text.RegularExpressions;

namespace Rotfeste.Tests.Matching;

/// <summary>A query as a tree that can be written down and judged in the most obvious way.</summary>
internal abstract record SlowQuery
{
    public abstract bool Fits(SlowPost post);

    /// <summary>Whether something has to be present, when the whole is meant or, with <paramref name="isExcluded"/>, excluded.</summary>
    public abstract bool Requires(bool isExcluded);

    /// <summary>Written so that it may stand where <paramref name="strength"/> binds: 0 in OR, 1 in AND, 2 after NOT.</summary>
    public abstract string Write(int strength);

    public sealed override string ToString() => Write(0);

    protected static string Bracket(bool needed, string text) => needed ? $"({text})" : text;
}

internal sealed record SlowOr(SlowQuery[] Parts) : SlowQuery
{
    public override bool Fits(SlowPost post) => Parts.Any(part => part.Fits(post));

    public override bool Requires(bool isExcluded) =>
        isExcluded ? Parts.Any(part => part.Requires(true)) : Parts.All(part => part.Requires(false));

    public override string Write(int strength) => Bracket(strength > 0, string.Join(" OR ", Parts.Select(part => part.Write(0))));
}

internal sealed record SlowAnd(SlowQuery[] Parts, bool IsSpelt) : SlowQuery
{
    public override bool Fits(SlowPost post) => Parts.All(part => part.Fits(post));

    public override bool Requires(bool isExcluded) =>
        isExcluded ? Parts.All(part => part.Requires(true)) : Parts.Any(part => part.Requires(false));

    public override string Write(int strength) =>
        Bracket(strength > 1, string.Join(IsSpelt ? " AND " : " ", Parts.Select(part => part.Write(1))));
}

internal sealed record SlowNot(SlowQuery Part, bool IsSpelt) : SlowQuery
{
    public override bool Fits(SlowPost post) => !Part.Fits(post);

    public override bool Requires(bool isExcluded) => Part.Requires(!isExcluded);

    public override string Write(int strength) => (IsSpelt ? "NOT " : "-") + Part.Write(2);
}

/// <summary>One word, as folded, exact or alike letters; open at either end where more letters may stand.</summary>
internal sealed record SlowWord(string Text, bool OpenBefore, bool OpenAfter)
{
    public bool Is(string word, char spelling)
    {
        var wanted = Read(SlowPost.Settle(Text), spelling);
        word = Read(word, spelling);
        var places = Enumerable.Range(0, Math.Max(0, word.Length - wanted.Length + 1))
            .Where(at => string.CompareOrdinal(word, at, wanted, 0, wanted.Length) == 0);
        return places.Any(at => (OpenBefore || at == 0) && (OpenAfter || at + wanted.Length == word.Length));
    }

    public override string ToString() => (OpenBefore ? "*" : "") + Text + (OpenAfter ? "*" : "");

    private static string Read(string text, char spelling) => spelling switch
    {
        '=' => text,
        '~' => SlowPost.Fold(text).Replace("å", "aa", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal)
            .Replace("ä", "ae", StringComparison.Ordinal).Replace("ø", "oe", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal),
        _ => SlowPost.Fold(text),
    };
}

/// <summary>Words in a row, spelt folded (a space), exact (=) or alike (~).</summary>
internal sealed record SlowPhrase(SlowWord[] Words, string Between, char Spelling) : SlowQuery
{
    public override bool Fits(SlowPost post) => Finds(post).Any();

    /// <summary>Numbers of the first and the last word of each find.</summary>
    public IEnumerable<(int First, int Last)> Finds(SlowPost post) =>
        from at in Enumerable.Range(0, post.Words.Count)
        where at + Words.Length <= post.Words.Count && Enumerable.Range(0, Words.Length).All(word => Words[word].Is(post.Words[at + word], Spelling))
        select (at, at + Words.Length - 1);

    public override bool Requires(bool isExcluded) => !isExcluded;

    public override string Write(int strength)
    {
        var text = string.Join(Between, Words.Select(word => word.ToString()));
        return (Spelling == ' ' ? "" : Spelling.ToString()) + (Words.Length > 1 && Between != "-" ? $"\"{text}\"" : text);
    }
}

/// <summary>Two sides, each a phrase or any of several, with at most so many whole words between.</summary>
internal sealed record SlowNear(SlowPhrase[] First, SlowPhrase[] Second, int? Distance, bool IsOrdered) : SlowQuery
{
    public override bool Fits(SlowPost post) =>
        (from first in First.SelectMany(phrase => phrase.Finds(post))
         from second in Second.SelectMany(phrase => phrase.Finds(post))
         let inOrder = second.First - first.Last - 1
         let turned = first.First - second.Last - 1
         where IsClose(inOrder) || (!IsOrdered && IsClose(turned))
         select 1).Any();

    public override bool Requires(bool isExcluded) => !isExcluded;

    public override string Write(int strength)
    {
        var sign = (IsOrdered ? "ONEAR" : "NEAR") + (Distance is { } distance ? $"/{distance}" : "");
        return Bracket(strength > 1, $"{Side(First)} {sign} {Side(Second)}");
    }

    private bool IsClose(int between) => between >= 0 && between <= (Distance ?? 4);

    private static string Side(SlowPhrase[] side) => Bracket(side.Length > 1, string.Join(" OR ", side.Select(phrase => phrase.Write(0))));
}

/// <summary>Characters exactly as written.</summary>
internal sealed record SlowLiteral(string Text) : SlowQuery
{
    public override bool Fits(SlowPost post)
    {
        var wanted = SlowPost.Settle(Text);
        return Enumerable.Range(0, post.Whole.Length).Any(at =>
            string.CompareOrdinal(post.Whole, at, wanted, 0, wanted.Length) == 0
            && !(IsWord(wanted.EnumerateRunes().First()) && post.Whole[..at].EnumerateRunes().Select(IsWord).LastOrDefault())
            && !(IsWord(wanted.EnumerateRunes().Last()) && post.Whole[(at + wanted.Length)..].EnumerateRunes().Select(IsWord).FirstOrDefault()));
    }

    public override bool Requires(bool isExcluded) => !isExcluded;

    public override string Write(int strength) => $"'{Text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static bool IsWord(Rune rune) => SlowPost.IsWordRune(rune);
}

/// <summary>What a post links to.</summary>
internal sealed record SlowLink(string Host, string Path) : SlowQuery
{
    public override bool Fits(SlowPost post) => post.Links.Any(IsOurs);

    public override bool Requires(bool isExcluded) => !isExcluded;

    public override string Write(int strength) => "link:" + Host + Path;

    private bool IsOurs(string link)
    {
        var scheme = Regex.Match(link, "^[a-zA-Z][a-zA-Z0-9+.-]*://");
        var rest = link[scheme.Length..].Split('?', '#')[0];
        var segments = rest.Split('/');
        var host = SlowPost.Fold(Regex.Replace(segments[0].Split('@')[^1], ":[0-9]*$", ""));
        var wanted = Path.TrimEnd('/').Split('/');
        return (host == Host || host.EndsWith("." + Host, StringComparison.Ordinal)) && segments.Skip(1).Take(wanted.Length - 1).SequenceEqual(wanted.Skip(1));
    }
}

/// <summary>A field that alone is not enough to listen for.</summary>
internal sealed record SlowField(string Written, Func<SlowPost, bool> Holds) : SlowQuery
{
    public override bool Fits(SlowPost post) => Holds(post);

    public override bool Requires(bool isExcluded) => false;

    public override string Write(int strength) => Written;
}

internal sealed record SlowAuthor(string Handle) : SlowQuery
{
    public override bool Fits(SlowPost post) => post.Author == SlowPost.Fold(SlowPost.Settle(Handle));

    public override bool Requires(bool isExcluded) => !isExcluded;

    public override string Write(int strength) => "author:" + Handle;
}

internal sealed record SlowTag(string Name) : SlowQuery
{
    public override bool Fits(SlowPost post) => post.Tags.Contains(SlowPost.Fold(SlowPost.Settle(Name)));

    public override bool Requires(bool isExcluded) => !isExcluded;

    public override string Write(int strength) => "#" + Name;
}

internal sealed record SlowHandle(string Name) : SlowQuery
{
    public override bool Fits(SlowPost post) => post.Handles.Contains(SlowPost.Fold(SlowPost.Settle(Name)));

    public override bool Requires(bool isExcluded) => !isExcluded;

    public override string Write(int strength) => "@" + Name;
}

internal sealed record SlowLanguage(string Name) : SlowQuery
{
    public override bool Fits(SlowPost post) =>
        post.Languages.Contains(Name) || (Name == "no" && (post.Languages.Contains("nb") || post.Languages.Contains("nn")));

    public override bool Requires(bool isExcluded) => false;

    public override string Write(int strength) => "lang:" + Name;
}
