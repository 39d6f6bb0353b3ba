namespace Rotfeste.Matching;

/// <summary>What a part of a query asks for.</summary>
public enum QueryPartKind
{
    /// <summary>Every one of <see cref="QueryPart.Parts"/>.</summary>
    All,

    /// <summary>At least one of <see cref="QueryPart.Parts"/>.</summary>
    Any,

    /// <summary>That the one part does not hold.</summary>
    Not,

    /// <summary>A word, or consecutive words: <see cref="QueryPart.Words"/> in <see cref="QueryPart.Spelling"/>.</summary>
    Words,

    /// <summary>Two parts with at most <see cref="QueryPart.Distance"/> words between; each is words, or any of several words.</summary>
    Near,

    /// <summary>The characters of <see cref="QueryPart.Text"/>.</summary>
    Literal,

    /// <summary>The hashtag <see cref="QueryPart.Text"/>, without its sign.</summary>
    Tag,

    /// <summary>A mention of <see cref="QueryPart.Text"/>, without its sign.</summary>
    Handle,

    /// <summary>A language out of <see cref="QueryPart.Values"/>.</summary>
    Language,

    /// <summary>A source out of <see cref="QueryPart.Values"/>.</summary>
    Source,

    /// <summary>The author <see cref="QueryPart.Text"/>.</summary>
    Author,

    /// <summary>A link to <see cref="QueryPart.Text"/>: a host, and a path where one is given.</summary>
    Link,

    /// <summary>The post answers another.</summary>
    Reply,

    /// <summary>The post passes another on.</summary>
    Repost,

    /// <summary>The post carries a picture.</summary>
    Image,

    /// <summary>The post holds or carries an address.</summary>
    AnyLink,
}

/// <summary>How the letters of a word are compared.</summary>
public enum QuerySpelling
{
    /// <summary>Capital and small letters are the same.</summary>
    Folded,

    /// <summary>Exactly as written (<c>=</c>).</summary>
    Exact,

    /// <summary>å as aa, æ and ä as ae, ø and ö as oe, capital and small the same (<c>~</c>).</summary>
    Alike,
}

/// <summary>A word of a query.</summary>
/// <param name="Text">As written, in NFC.</param>
/// <param name="IsOpenBefore">More letters may stand before it.</param>
/// <param name="IsOpenAfter">More letters may stand after it.</param>
public sealed record QueryWord(string Text, bool IsOpenBefore, bool IsOpenAfter);

/// <summary>A part of a query as it was read: the outline that a screen can put into plain words.</summary>
/// <param name="Kind">What it asks for, and which of the other properties say more.</param>
/// <param name="Range">Where it stands, in UTF-16 units of <see cref="Query.Text"/>.</param>
public sealed record QueryPart(QueryPartKind Kind, TextRange Range)
{
    /// <summary>The parts of an All, Any, Not or Near.</summary>
    public IReadOnlyList<QueryPart> Parts { get; init; } = [];

    /// <summary>The words of a Words.</summary>
    public IReadOnlyList<QueryWord> Words { get; init; } = [];

    /// <summary>How the words are compared.</summary>
    public QuerySpelling Spelling { get; init; }

    /// <summary>The name, literal, handle or address.</summary>
    public string Text { get; init; } = "";

    /// <summary>The values of a Language or Source, folded.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The most whole words that may stand between the two parts of a Near.</summary>
    public int Distance { get; init; }

    /// <summary>Whether the first part of a Near stands first.</summary>
    public bool IsOrdered { get; init; }
}
