using System.Globalization;
using Rotfeste.Networks.Feeds.Markup;

namespace Rotfeste.Networks.Feeds;

/// <summary>RSS 0.90 to 0.94 and 2.0 (rssboard.org/rss-specification), RSS 1.0 (web.resource.org/rss/1.0) with Dublin Core and content.</summary>
internal sealed class RssFeeds(Uri? address)
{
    private readonly Names names = new("rss");
    private readonly Elements feed = new();
    private readonly List<FeedItem> items = [];
    private Elements? item;
    private Uri? outer = address;
    private Uri? inner;

    public Feed Read(ReadOnlySpan<char> text)
    {
        var reader = new MarkupReader(text);
        while (items.Count < FeedReader.MostItems && reader.Read())
        {
            if (reader.Kind == MarkupKind.Start)
                Take(ref reader, names.Of(reader.Name, reader.Inside));
            else if (reader.Kind == MarkupKind.End && item is not null && reader.Name.EndsWith("item", StringComparison.OrdinalIgnoreCase))
                CloseItem();
        }

        return new Feed
        {
            Format = FeedFormat.Rss,
            Title = Html(feed.First("title", "dc:title"), outer),
            Link = WebAddress.Resolve(feed.First("link", "atom:link"), outer),
            Author = Authors.Of(feed.First("managingeditor", "webmaster", "dc:author", "dc:creator", "itunes:author")),
            Language = feed.First("language", "dc:language", "xml:lang"),
            Refresh = Refresh(),
            Items = items,
            IsCut = reader.IsCut || item is not null,
        };
    }

    private void Take(ref MarkupReader reader, string name)
    {
        switch (name)
        {
            case "rss" or "rdf:rdf" or "rdf" or "channel":
                outer = WebAddress.Base(Attributes.Of(reader.Inside, "xml:base"), outer);
                feed.Put("xml:lang", Attributes.Of(reader.Inside, "xml:lang") ?? "");
                break;
            case "item":
                OpenItem(reader.Inside, reader.IsEmpty);
                break;
            case "atom:link" when Attributes.Of(reader.Inside, "rel") is null or "alternate":
                (item ?? feed).Put(name, Attributes.Of(reader.Inside, "href") ?? "");
                reader.ReadInner();
                break;
            case "guid":
                (item ?? feed).Put("guid:permalink", Attributes.Of(reader.Inside, "isPermaLink") ?? "true");
                (item ?? feed).Put(name, InnerText.Decode(reader.ReadInner()));
                break;
            default:
                (item ?? feed).Put(name, InnerText.Decode(reader.ReadInner()));
                break;
        }
    }

    private void OpenItem(ReadOnlySpan<char> attributes, bool isEmpty)
    {
        if (item is not null)
            CloseItem();
        item = new Elements();
        inner = WebAddress.Base(Attributes.Of(attributes, "xml:base"), outer);
        item.Put("rdf:about", Attributes.Of(attributes, "rdf:about") ?? "");
        if (isEmpty)
            CloseItem();
    }

    private void CloseItem()
    {
        var it = item!;
        var guid = it.First("guid");
        var permalink = it.First("guid:permalink").Equals("true", StringComparison.OrdinalIgnoreCase) && WebAddress.Is(guid) ? guid : "";
        var link = it.First("link", "atom:link") is { Length: > 0 } given ? given : permalink;
        items.Add(new FeedItem
        {
            Id = guid.Length > 0 ? guid : it.First("rdf:about", "dc:identifier"),
            Title = Html(it.First("title", "dc:title"), inner),
            Link = WebAddress.Resolve(link, inner),
            Published = FeedDates.Parse(it.First("pubdate", "dc:date", "dcterms:issued", "atom:published")),
            Updated = FeedDates.Parse(it.First("dcterms:modified", "atom:updated")),
            Author = Authors.Of(it.First("author", "dc:author", "dc:creator", "itunes:author")),
            Summary = Html(it.First("description", "dc:description", "itunes:summary"), inner),
            Content = Html(it.First("content:encoded", "encoded", "xhtml:body", "atom:content"), inner),
            Language = it.First("dc:language"),
        });
        item = null;
    }

    private static FeedText Html(string value, Uri? against) => value.Length == 0 ? FeedText.None : new(HtmlText.Resolve(value, against), true);

    // ttl counts minutes; the syndication module says how many times a period.
    private TimeSpan? Refresh()
    {
        if (int.TryParse(feed.First("ttl"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= 43_200)
            return TimeSpan.FromMinutes(minutes);
        TimeSpan? period = feed.First("sy:updateperiod").ToLowerInvariant() switch
        {
            "hourly" => TimeSpan.FromHours(1),
            "daily" => TimeSpan.FromDays(1),
            "weekly" => TimeSpan.FromDays(7),
            "monthly" => TimeSpan.FromDays(30),
            _ => null,
        };
        return int.TryParse(feed.First("sy:updatefrequency"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var times) && times is > 0 and <= 1_000
            ? period / times
            : period;
    }
}
