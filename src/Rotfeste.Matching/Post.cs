namespace Rotfeste.Matching;

/// <summary>
/// A post as the matcher sees it: borrowed text and fields, nothing copied. Give <see cref="Text"/> or <see cref="Utf8Text"/>, not both.
/// Malformed text is read with U+FFFD where it is broken. A field that is left out matches nothing.
/// </summary>
public readonly ref struct Post
{
    public Post(ReadOnlySpan<char> text) => Text = text;

    public Post(ReadOnlySpan<byte> utf8Text) => Utf8Text = utf8Text;

    /// <summary>The text in UTF-16; empty where <see cref="Utf8Text"/> is given.</summary>
    public ReadOnlySpan<char> Text { get; init; }

    /// <summary>The text in UTF-8; empty where <see cref="Text"/> is given.</summary>
    public ReadOnlySpan<byte> Utf8Text { get; init; }

    /// <summary>
    /// Parts of the text that are links by the network's own word (link facets): cut from the words as addresses are. Offsets in the
    /// unit of the text given (UTF-16 units or bytes). Ranges that overlap, run backwards or leave the text are passed over.
    /// </summary>
    public ReadOnlySpan<TextRange> LinkRanges { get; init; }

    /// <summary>Addresses that the post links to, beside those that stand in its text.</summary>
    public ReadOnlySpan<string> Links { get; init; }

    /// <summary>Hashtags beside the text, with or without #.</summary>
    public ReadOnlySpan<string> Tags { get; init; }

    /// <summary>Whole handles mentioned, with or without @.</summary>
    public ReadOnlySpan<string> Mentions { get; init; }

    /// <summary>The post's own language tags (BCP 47; only the primary subtag is read).</summary>
    public ReadOnlySpan<string> Languages { get; init; }

    /// <summary>The whole handle of its author, with or without @; null where it is not known.</summary>
    public string? Author { get; init; }

    /// <summary>Where it comes from, such as <c>bluesky</c>; null where it is not known.</summary>
    public string? Source { get; init; }

    /// <summary>Whether it answers another post.</summary>
    public bool IsReply { get; init; }

    /// <summary>Whether it passes another post on.</summary>
    public bool IsRepost { get; init; }

    /// <summary>Whether it carries a picture.</summary>
    public bool HasImage { get; init; }
}

/// <summary>A stretch of a text.</summary>
/// <param name="Start">Offset of its first unit.</param>
/// <param name="Length">Number of units.</param>
public readonly record struct TextRange(int Start, int Length)
{
    /// <summary>Offset after its last unit.</summary>
    public int End => Start + Length;
}
