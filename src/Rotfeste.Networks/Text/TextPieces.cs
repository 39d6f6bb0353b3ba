using System.Text;

namespace Rotfeste.Networks.Text;

/// <summary>A stretch of a text, plain or leading somewhere.</summary>
/// <param name="Text">The words shown.</param>
/// <param name="Facet">Where it leads, or null for plain words.</param>
public sealed record TextPiece(string Text, Facet? Facet);

/// <summary>Cuts a text at its facets, for a screen to show.</summary>
public static class TextPieces
{
    /// <summary>The pieces in order; together they are the whole text. Facets outside the text, or overlapping one before, are passed over.</summary>
    public static IReadOnlyList<TextPiece> Cut(string text, IReadOnlyList<Facet> facets)
    {
        if (facets.Count == 0) return text.Length == 0 ? [] : [new(text, null)];
        var bytes = Encoding.UTF8.GetBytes(text).AsSpan();
        var pieces = new List<TextPiece>();
        var at = 0;
        foreach (var facet in facets.OrderBy(f => f.ByteStart))
        {
            if (!IsWithin(bytes, at, facet)) continue;
            if (facet.ByteStart > at) pieces.Add(new(Encoding.UTF8.GetString(bytes[at..facet.ByteStart]), null));
            pieces.Add(new(Encoding.UTF8.GetString(bytes[facet.ByteStart..facet.ByteEnd]), facet));
            at = facet.ByteEnd;
        }

        if (at < bytes.Length) pieces.Add(new(Encoding.UTF8.GetString(bytes[at..]), null));
        return pieces;
    }

    /// <summary>True when the facet lies in the text from <paramref name="free"/> on, is not empty and cuts no character.</summary>
    internal static bool IsWithin(ReadOnlySpan<byte> text, int free, Facet facet) =>
        facet.ByteStart >= free
        && facet.ByteEnd > facet.ByteStart
        && facet.ByteEnd <= text.Length
        && IsBoundary(text, facet.ByteStart)
        && IsBoundary(text, facet.ByteEnd);

    private static bool IsBoundary(ReadOnlySpan<byte> text, int at) => at == text.Length || (text[at] & 0xC0) != 0x80;
}
