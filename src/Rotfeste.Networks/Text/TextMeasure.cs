using System.Globalization;
using System.Text;

namespace Rotfeste.Networks.Text;

/// <summary>How long a network lets a text be.</summary>
/// <param name="Graphemes">Most characters as people see them (extended grapheme clusters).</param>
/// <param name="Bytes">Most bytes as UTF-8.</param>
public readonly record struct TextLimit(int Graphemes, int Bytes)
{
    /// <summary>A Bluesky post. Source: lexicon app.bsky.feed.post.</summary>
    public static TextLimit BlueskyPost { get; } = new(300, 3_000);
}

/// <summary>A text's length in the network's own measure. Measure what <see cref="PlainText.Clean"/> gives, for that is what is sent.</summary>
/// <param name="Graphemes">Characters as people see them. Source: Unicode UAX 29, extended grapheme clusters.</param>
/// <param name="Bytes">Length as UTF-8.</param>
/// <param name="Limit">What it is held against.</param>
public readonly record struct TextMeasure(int Graphemes, int Bytes, TextLimit Limit)
{
    /// <summary>Characters left; negative when too long.</summary>
    public int Remaining => Limit.Graphemes - Graphemes;

    /// <summary>Bytes left; negative when too long, which emoji can cause while <see cref="Remaining"/> is positive.</summary>
    public int RemainingBytes => Limit.Bytes - Bytes;

    /// <summary>True when both limits hold.</summary>
    public bool Fits => Remaining >= 0 && RemainingBytes >= 0;

    /// <summary>Measures a text of any length.</summary>
    public static TextMeasure Of(string text, TextLimit limit)
    {
        var graphemes = 0;
        for (var rest = text.AsSpan(); rest.Length > 0; graphemes++) rest = rest[StringInfo.GetNextTextElementLength(rest)..];
        return new(graphemes, Encoding.UTF8.GetByteCount(text), limit);
    }
}
