using Rotfeste.Channels.Protocols;
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

/// <summary>What a network, or the account's server, takes.</summary>
/// <param name="MostLetters">Longest post in graphemes.</param>
/// <param name="LettersPerLink">What a link counts whatever its length; 0 where it counts as it stands.</param>
/// <param name="LongestAltText">Letters of a picture's description.</param>
public sealed record NetworkLimits(int MostLetters, int LettersPerLink, int LongestAltText);

/// <summary>How a network measures and reads a text, without asking it.</summary>
public static class TextRules
{
    /// <summary>Measures a text for a network ("bluesky"), as it will be sent: cleaned of what cannot be seen.</summary>
    /// <exception cref="ArgumentException">No such network.</exception>
    public static TextSize Measure(string network, string text) => Measure(network, text, KnownProtocols.Of(network).UsualLimits);

    /// <summary>Measures a text for an account: its server may take more or less than is usual.</summary>
    /// <exception cref="ArgumentException">No such network.</exception>
    public static TextSize Measure(ChannelCard card, string text)
    {
        ArgumentNullException.ThrowIfNull(card);
        return Measure(card.Network, text, LimitsOf(card));
    }

    /// <summary>
    /// Measures an answer for an account: what is put before it, and the warning that it takes over from the question, count too.
    /// </summary>
    /// <exception cref="ArgumentException">No such network.</exception>
    public static TextSize Measure(ChannelCard card, string text, NetworkPost? question)
    {
        if (question is null)
            return Measure(card, text);
        var size = Measure(card, OpeningOf(question) + text);
        return question.Warning is { } warning ? size with { Graphemes = size.Graphemes + Measure(card, warning).Graphemes } : size;
    }

    /// <summary>What an account's server takes.</summary>
    public static NetworkLimits LimitsOf(ChannelCard card)
    {
        ArgumentNullException.ThrowIfNull(card);
        return card.Limits ?? KnownProtocols.Of(card.Network).UsualLimits;
    }

    /// <summary>Whether accounts can be connected there, so that one can answer: false for a feed or a tip.</summary>
    public static bool IsNetwork(string network) => KnownProtocols.Find(network) is not null;

    /// <summary>What people call a network ("Bluesky"); one that we do not know by its own short name.</summary>
    public static string NameOf(string network) => KnownProtocols.Find(network)?.Title ?? network;

    /// <summary>
    /// What is put before an answer to a post when it is sent, as "@kari " at networks where an answer names whom it answers; empty
    /// elsewhere. Its letters are the answer's.
    /// </summary>
    public static string OpeningOf(NetworkPost question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return KnownProtocols.Find(question.Network)?.OpeningOf(question) ?? "";
    }

    /// <summary>Cuts a text into the pieces the network will show.</summary>
    /// <exception cref="ArgumentException">No such network.</exception>
    public static IReadOnlyList<TextPiece> Read(string network, string text) =>
        [.. KnownProtocols.Of(network).Cut(PlainText.Clean(text)).Select(ToPiece)];

    private static TextSize Measure(string network, string text, NetworkLimits limits) =>
        KnownProtocols.Of(network).Measure(PlainText.Clean(text), limits);

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
}
