using Rotfeste.Networks.Feeds.Markup;

namespace Rotfeste.Networks.Feeds;

/// <summary>
/// Reads RSS 0.9x, 1.0 (RDF) and 2.0, Atom 0.3 and 1.0, JSON Feed 1 and 1.1 as they come in the wild: bare ampersands, HTML entities,
/// undeclared prefixes, wrong charsets, a document cut in half. Document types are passed over and nothing is fetched; time and memory
/// grow with the length of the bytes and nothing else. The caller bounds that length. Never throws on what it reads.
/// </summary>
public static class FeedReader
{
    /// <summary>Entries that are read of one feed; those behind are left out.</summary>
    public const int MostItems = 2_000;

    /// <summary>Reads a feed.</summary>
    /// <param name="bytes">The body of the answer, decompressed.</param>
    /// <param name="contentType">The Content-Type header as it came, or null.</param>
    /// <param name="address">Where it was found after redirects: relative addresses are resolved against it. Null leaves them.</param>
    public static FeedReading Read(ReadOnlySpan<byte> bytes, string? contentType, Uri? address)
    {
        var text = Charsets.Decode(bytes, contentType).AsSpan().Trim("\0 \t\r\n\uFEFF");
        if (text.IsEmpty)
            return new(null, FeedFault.Empty);
        if (text[0] is '{' or '[')
            return JsonFeeds.Read(text.ToString()) is { } json ? new(json, FeedFault.None) : new(null, FeedFault.NotAFeed);

        var reader = new MarkupReader(text);
        while (reader.Read())
        {
            if (reader.Kind != MarkupKind.Start)
                continue;
            return Root(reader.Name) switch
            {
                "rss" or "rdf" or "channel" => new(new RssFeeds(address).Read(text), FeedFault.None),
                "feed" => new(new AtomFeeds(address).Read(text), FeedFault.None),
                "html" or "head" or "body" => new(null, FeedFault.WebPage),
                _ => new(null, LooksLikePage(text) ? FeedFault.WebPage : FeedFault.NotAFeed),
            };
        }

        return new(null, LooksLikePage(text) ? FeedFault.WebPage : FeedFault.NotAFeed);
    }

    private static string Root(ReadOnlySpan<char> name)
    {
        var colon = name.IndexOf(':');
        return name[(colon + 1)..].ToString().ToLowerInvariant();
    }

    private static bool LooksLikePage(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(text.Length, 2_000)];
        return head.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.Contains("<html", StringComparison.OrdinalIgnoreCase);
    }
}
