using System.Net;
using System.Text;

namespace Rotfeste.Networks.Feeds.Markup;

/// <summary>The words of an element from what stands between its tags.</summary>
internal static class InnerText
{
    /// <summary>Entities read once, CDATA as it stands, tags kept: what an element says when it holds escaped or naked markup.</summary>
    public static string Decode(ReadOnlySpan<char> inner)
    {
        inner = inner.Trim();
        if (inner.IndexOfAny('&', '<') < 0)
            return inner.ToString();
        var words = new StringBuilder(inner.Length);
        var reader = new MarkupReader(inner);
        while (reader.Read())
        {
            if (reader.Kind == MarkupKind.Literal)
                words.Append(reader.Inside);
            else
                words.Append(WebUtility.HtmlDecode(inner[reader.From..reader.To].ToString()));
        }

        return words.ToString().Trim();
    }

    /// <summary>Whether CDATA stands in it.</summary>
    public static bool HasLiteral(ReadOnlySpan<char> inner) => inner.Contains("<![CDATA[", StringComparison.Ordinal);

    /// <summary>Without the one div round it that Atom asks for.</summary>
    public static ReadOnlySpan<char> WithoutDiv(ReadOnlySpan<char> inner)
    {
        inner = inner.Trim();
        var reader = new MarkupReader(inner);
        if (!reader.Read() || reader.Kind != MarkupKind.Start || !IsDiv(reader.Name))
            return inner;
        var inside = reader.ReadInner();
        return reader.To >= inner.Length && !reader.IsCut ? inside.Trim() : inner;
    }

    private static bool IsDiv(ReadOnlySpan<char> name) => name[(name.IndexOf(':') + 1)..].Equals("div", StringComparison.OrdinalIgnoreCase);
}
