using System.Globalization;
using System.Text.RegularExpressions;
using Rotfeste.Networks.Text;

namespace Rotfeste.Networks.Mastodon.Text;

/// <summary>How long a status is as Mastodon counts: graphemes of warning and text; a link counts the same whatever its length; the domain of a mention is free.</summary>
public static partial class StatusMeasure
{
    /// <summary>Letters used by a text; a warning is measured likewise and added.</summary>
    /// <param name="text">What will be sent.</param>
    /// <param name="lettersPerLink">The server's own measure of a link, usually 23.</param>
    public static int Of(string text, int lettersPerLink)
    {
        var letters = 0;
        foreach (var piece in TextPieces.Cut(text, FacetFinder.Find(text)))
            letters += piece.Facet is { Kind: FacetKind.Link } && HasScheme(piece.Text) ? lettersPerLink : Graphemes(Mention().Replace(piece.Text, "$1$2"));
        return letters;
    }

    private static bool HasScheme(string text) =>
        text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase);

    private static int Graphemes(string text)
    {
        var count = 0;
        for (var rest = text.AsSpan(); rest.Length > 0; count++) rest = rest[StringInfo.GetNextTextElementLength(rest)..];
        return count;
    }

    // "@kari@mastodon.example" counts as "@kari". Linear on any input.
    [GeneratedRegex(@"(^|[^\w/@])(@[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?)@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]+)?", RegexOptions.NonBacktracking)]
    private static partial Regex Mention();
}
