using Rotfeste.Channels.Accounts;
using Rotfeste.Networks.Text;

namespace Rotfeste.Channels.Contracts;

/// <summary>A network's measure of a text.</summary>
/// <param name="Graphemes">What a reader counts as characters.</param>
/// <param name="MostGraphemes">The limit.</param>
/// <param name="Bytes">UTF-8.</param>
/// <param name="MostBytes">The limit.</param>
public sealed record TextSize(int Graphemes, int MostGraphemes, int Bytes, int MostBytes)
{
    /// <summary>Whether the network takes it.</summary>
    public bool Fits => Graphemes <= MostGraphemes && Bytes <= MostBytes;
}

/// <summary>A stretch of text as the network will show it.</summary>
/// <param name="Text">The words.</param>
/// <param name="Link">Where it leads, for a link; null for plain text, mentions and tags.</param>
/// <param name="Kind">"text", "link", "mention" or "tag".</param>
public sealed record TextPiece(string Text, string? Link, string Kind);

/// <summary>How a network measures and reads a text, without asking it.</summary>
public static class TextRules
{
    /// <summary>Measures a text for a network ("bluesky"), as it will be sent: cleaned of what cannot be seen.</summary>
    /// <exception cref="ArgumentException">No such network.</exception>
    public static TextSize Measure(string network, string text)
    {
        MustBeKnown(network);
        var measure = TextMeasure.Of(PlainText.Clean(text), TextLimit.BlueskyPost);
        return new TextSize(measure.Graphemes, measure.Limit.Graphemes, measure.Bytes, measure.Limit.Bytes);
    }

    /// <summary>Cuts a text into the pieces the network will show.</summary>
    /// <exception cref="ArgumentException">No such network.</exception>
    public static IReadOnlyList<TextPiece> Read(string network, string text)
    {
        MustBeKnown(network);
        var clean = PlainText.Clean(text);
        return [.. TextPieces.Cut(clean, FacetFinder.Find(clean)).Select(ToPiece)];
    }

    private static TextPiece ToPiece(Networks.Text.TextPiece piece) => new(
        piece.Text,
        piece.Facet is { Kind: FacetKind.Link } link ? link.Target : null,
        piece.Facet?.Kind switch
        {
            null => "text",
            FacetKind.Link => "link",
            FacetKind.Mention => "mention",
            _ => "tag",
        });

    private static void MustBeKnown(string network)
    {
        if (network != Channel.Bluesky)
            throw new ArgumentException($"No network is called {network}.", nameof(network));
    }
}
