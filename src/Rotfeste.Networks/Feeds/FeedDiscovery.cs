using Rotfeste.Networks.Feeds.Markup;

namespace Rotfeste.Networks.Feeds;

/// <summary>A feed that a page names.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Title">What the page calls it, or "".</param>
public sealed record FoundFeed(Uri Address, string Title);

/// <summary>Finds the feeds of a web page.</summary>
public static class FeedDiscovery
{
    private const int Most = 20;

    private static readonly HashSet<string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json", "text/xml", "application/xml",
    };

    // Where the usual publishing systems keep theirs.
    private static readonly string[] Places = ["feed", "rss", "feed.xml", "rss.xml", "atom.xml"];

    /// <summary>The feeds that a page names in its head (link rel=alternate, RFC 5988 and the HTML standard), in its order, each once, at most 20.</summary>
    /// <param name="bytes">The page.</param>
    /// <param name="contentType">Its Content-Type header, or null.</param>
    /// <param name="address">Where it was found.</param>
    public static IReadOnlyList<FoundFeed> InPage(ReadOnlySpan<byte> bytes, string? contentType, Uri address)
    {
        var found = new List<FoundFeed>();
        var against = address;
        var reader = new MarkupReader(Charsets.Decode(bytes, contentType));
        while (found.Count < Most && reader.Read())
        {
            if (reader.Kind != MarkupKind.Start)
                continue;
            if (reader.Name.Equals("script", StringComparison.OrdinalIgnoreCase) || reader.Name.Equals("style", StringComparison.OrdinalIgnoreCase))
                reader.SkipTo(reader.Name.ToString());
            else if (reader.Name.Equals("base", StringComparison.OrdinalIgnoreCase))
                against = WebAddress.Base(Attributes.Of(reader.Inside, "href"), against) ?? address;
            else if (reader.Name.Equals("link", StringComparison.OrdinalIgnoreCase) && Of(reader.Inside, against) is { } feed && !found.Exists(f => f.Address == feed.Address))
                found.Add(feed);
        }

        return found;
    }

    /// <summary>Addresses where a page that names none may have a feed all the same: in its own folder, then at the root.</summary>
    /// <param name="page">The page.</param>
    public static IReadOnlyList<Uri> UsualPlaces(Uri page)
    {
        var folder = new Uri(page, page.AbsolutePath.EndsWith('/') ? "." : page.Segments[^1] + "/");
        return [.. Places.Select(p => new Uri(folder, p)).Concat(Places.Select(p => new Uri(page, "/" + p))).Distinct()];
    }

    private static FoundFeed? Of(ReadOnlySpan<char> inside, Uri against)
    {
        var rel = Attributes.Of(inside, "rel") ?? "";
        var type = (Attributes.Of(inside, "type") ?? "").Split(';')[0].Trim();
        var isFeed = rel.Contains("alternate", StringComparison.OrdinalIgnoreCase) && Types.Contains(type);
        return (isFeed || rel.Equals("feed", StringComparison.OrdinalIgnoreCase)) && Attributes.Of(inside, "href") is { Length: > 0 } href
            && WebAddress.Resolve(href, against) is var whole && WebAddress.Is(whole)
            ? new(new Uri(whole), HtmlText.Plain(Attributes.Of(inside, "title") ?? ""))
            : null;
    }
}
