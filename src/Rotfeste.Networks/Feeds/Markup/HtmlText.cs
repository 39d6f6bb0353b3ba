using System.Net;
using System.Text;

namespace Rotfeste.Networks.Feeds.Markup;

/// <summary>What a person reads in a piece of HTML, and where it leads.</summary>
internal static class HtmlText
{
    private const int MostLinks = 50;

    private static readonly HashSet<string> Breaking = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
    };

    private static readonly HashSet<string> Addresses = new(StringComparer.OrdinalIgnoreCase)
    {
        "action", "background", "cite", "codebase", "data", "href", "poster", "src", "usemap",
    };

    /// <summary>The words: tags gone, entities read, white space as one space, a line break where a block ends.</summary>
    public static string Plain(string html)
    {
        var words = new StringBuilder(html.Length);
        var reader = new MarkupReader(html);
        while (reader.Read())
        {
            if (reader.Kind is MarkupKind.Text or MarkupKind.Literal)
                AppendWords(words, WebUtility.HtmlDecode(reader.Inside.ToString()));
            else if (IsHidden(reader.Name) is { } hidden && reader.Kind == MarkupKind.Start && !reader.IsEmpty)
                reader.SkipTo(hidden);
            else if (Breaking.GetAlternateLookup<ReadOnlySpan<char>>().Contains(reader.Name))
                Break(words);
        }

        return words.ToString().Trim();
    }

    /// <summary>Web addresses of its links, absolute, each once.</summary>
    public static IReadOnlyList<string> Links(string html)
    {
        var links = new List<string>();
        var reader = new MarkupReader(html);
        while (links.Count < MostLinks && reader.Read())
        {
            if (reader.Kind == MarkupKind.Start && reader.Name.Equals("a", StringComparison.OrdinalIgnoreCase)
                && Attributes.Of(reader.Inside, "href") is { } href && WebAddress.Is(href) && !links.Contains(href))
            {
                links.Add(href);
            }
        }

        return links;
    }

    /// <summary>The same HTML with its relative addresses made absolute.</summary>
    public static string Resolve(string html, Uri? address)
    {
        if (address is null || !html.Contains('<', StringComparison.Ordinal))
            return html;
        var whole = new StringBuilder(html.Length);
        var reader = new MarkupReader(html);
        var copied = 0;
        while (reader.Read())
        {
            if (reader.Kind != MarkupKind.Start)
                continue;
            var inside = reader.From + 1 + reader.Name.Length;
            foreach (var attribute in Attributes.In(reader.Inside))
            {
                if (!Addresses.GetAlternateLookup<ReadOnlySpan<char>>().Contains(reader.Inside[attribute.Name]))
                    continue;
                var (from, length) = attribute.Value.GetOffsetAndLength(reader.Inside.Length);
                var given = WebUtility.HtmlDecode(html.Substring(inside + from, length));
                whole.Append(html, copied, inside + from - copied).Append(WebUtility.HtmlEncode(WebAddress.Resolve(given, address)));
                copied = inside + from + length;
            }
        }

        return copied == 0 ? html : whole.Append(html, copied, html.Length - copied).ToString();
    }

    private static string? IsHidden(ReadOnlySpan<char> name) =>
        name.Equals("script", StringComparison.OrdinalIgnoreCase) ? "script" : name.Equals("style", StringComparison.OrdinalIgnoreCase) ? "style" : null;

    private static void AppendWords(StringBuilder words, string text)
    {
        foreach (var sign in text)
        {
            if (!char.IsWhiteSpace(sign))
                words.Append(sign);
            else if (words.Length > 0 && words[^1] is not (' ' or '\n'))
                words.Append(' ');
        }
    }

    private static void Break(StringBuilder words)
    {
        while (words.Length > 0 && words[^1] == ' ')
            words.Length--;
        if (words.Length > 0 && words[^1] != '\n')
            words.Append('\n');
    }
}
