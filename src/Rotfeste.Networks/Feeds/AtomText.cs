using System.Text;
using Rotfeste.Networks.Feeds.Markup;

namespace Rotfeste.Networks.Feeds;

/// <summary>Atom's text constructs (RFC 4287, 3.1 and 4.1.3) and those of draft 0.3, whose "mode" says how they are written.</summary>
internal static class AtomText
{
    public static FeedText Of(ReadOnlySpan<char> attributes, ReadOnlySpan<char> inner, Uri? address)
    {
        var type = (Attributes.Of(attributes, "type") ?? "").ToLowerInvariant();
        var mode = (Attributes.Of(attributes, "mode") ?? "").ToLowerInvariant();
        var against = WebAddress.Base(Attributes.Of(attributes, "xml:base"), address);
        inner = inner.Trim();
        if (inner.IsEmpty)
            return FeedText.None;
        if (IsBinary(type, mode) && Base64(inner) is { } decoded)
            return new(decoded, Has(decoded, '<'));

        var isNaked = type.Contains("xhtml", StringComparison.Ordinal) && mode != "escaped" && !InnerText.HasLiteral(inner);
        var value = isNaked ? InnerText.WithoutDiv(inner).ToString() : InnerText.Decode(type == "html" ? InnerText.WithoutDiv(inner) : inner);
        var isHtml = isNaked || type.Contains("html", StringComparison.Ordinal) || (type is not ("text" or "text/plain") && Has(value, '<'));
        return new(isHtml ? HtmlText.Resolve(value, against) : value, isHtml);
    }

    private static bool IsBinary(string type, string mode) =>
        mode == "base64"
        || (mode.Length == 0 && type.Contains('/', StringComparison.Ordinal) && !type.StartsWith("text/", StringComparison.Ordinal)
            && !type.EndsWith("xml", StringComparison.Ordinal));

    private static bool Has(string value, char sign) => value.Contains(sign, StringComparison.Ordinal);

    private static string? Base64(ReadOnlySpan<char> inner)
    {
        var bytes = new byte[inner.Length];
        return Convert.TryFromBase64Chars(inner, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
