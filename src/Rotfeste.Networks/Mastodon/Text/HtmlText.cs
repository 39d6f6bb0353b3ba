using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Mastodon.Text;

/// <summary>Words taken out of the HTML that servers send: nothing of the HTML is left, so nothing of it can do harm.</summary>
/// <param name="Text">Plain text; paragraphs and line breaks kept. A link whose words are not its address has the address in brackets behind them.</param>
/// <param name="Links">Addresses (http or https) that the words lead to, without mentions and tags, each once.</param>
public sealed record HtmlText(string Text, IReadOnlyList<Uri> Links)
{
    private const int MostLinks = 100;

    // The parser asks for each tag what stands open round it; no honest post comes near this.
    private const int MostTags = 4_000;

    private static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "template", "noscript", "iframe", "object", "svg", "math", "head", "textarea", "select", "title",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase) { "p", "blockquote", "pre", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "div" };

    /// <summary>
    /// Reads any HTML, however broken, in time in proportion to its length: of one with thousands of tags the words alone are taken.
    /// </summary>
    public static HtmlText Read(string html)
    {
        using var document = new HtmlParser().ParseDocument(html.AsSpan().Count('<') > MostTags ? WordsAlone(html) : html);
        var (text, links) = (new StringBuilder(), new List<Uri>());

        // Walked without calling oneself: hostile HTML nests as deep as it likes.
        for (INode? node = document.Body, root = node; node is not null; node = Next(node, root!, text))
            Enter(node, text, links);
        return new(Tidy(text), links);
    }

    // From each < to the next >; nothing that is left can open a tag.
    private static string WordsAlone(string html)
    {
        var words = new StringBuilder(html.Length);
        var rest = html.AsSpan();
        while (rest.IndexOf('<') is var open and >= 0)
        {
            words.Append(rest[..open]).Append(' ');
            var close = rest[open..].IndexOf('>');
            rest = close < 0 ? [] : rest[(open + close + 1)..];
        }

        return words.Append(rest).ToString();
    }

    private static INode? Next(INode node, INode root, StringBuilder text)
    {
        if (node.FirstChild is { } child && !(node is IElement e && (Silent.Contains(e.LocalName) || IsAddressedLink(e)))) return child;
        for (INode? at = node; at is not null && at != root; at = at.Parent)
        {
            if (at is IElement left && Blocks.Contains(left.LocalName)) Break(text, 2);
            if (at is IElement { LocalName: "li" }) Break(text, 1);
            if (at.NextSibling is { } sibling) return sibling;
        }

        return null;
    }

    private static void Enter(INode node, StringBuilder text, List<Uri> links)
    {
        switch (node)
        {
            case IText words:
                text.Append(words.Data);
                break;
            case IElement { LocalName: "br" }:
                text.Append('\n');
                break;
            case IElement { LocalName: "img" } picture:
                text.Append(picture.GetAttribute("alt"));
                break;
            case IElement { LocalName: "li" }:
                Break(text, 1);
                text.Append("• ");
                break;
            case IElement block when Blocks.Contains(block.LocalName):
                Break(text, 2);
                break;
            case IElement link when IsAddressedLink(link):
                EnterLink(link, text, links);
                break;
        }
    }

    // Mentions and tags are words of the text; where they lead, the status itself says.
    private static bool IsAddressedLink(IElement element) =>
        element.LocalName == "a" && !element.ClassList.Contains("mention") && !element.ClassList.Contains("hashtag") && AddressOf(element) is not null;

    private static Uri? AddressOf(IElement link) => JsonReading.ParseWeb(link.GetAttribute("href"));

    private static void EnterLink(IElement link, StringBuilder text, List<Uri> links)
    {
        var (address, words) = (AddressOf(link)!, link.TextContent.Trim());
        if (links.Count < MostLinks && !links.Contains(address)) links.Add(address);
        var isItself = words.Length == 0 || (Uri.TryCreate(words.Contains("://", StringComparison.Ordinal) ? words : $"https://{words}", UriKind.Absolute, out var said)
            && said.Host == address.Host && said.PathAndQuery == address.PathAndQuery);
        text.Append(isItself ? address.OriginalString : $"{words} ({address.OriginalString})");
    }

    private static void Break(StringBuilder text, int lines)
    {
        if (text.Length == 0) return;
        var there = 0;
        while (there < text.Length && there < lines && text[^(there + 1)] == '\n') there++;
        text.Append('\n', lines - there);
    }

    private static string Tidy(StringBuilder text) =>
        text.Replace('\u00A0', ' ').Replace("\r", "").Replace('\0', ' ').ToString().Trim('\n', ' ', '\t');
}
