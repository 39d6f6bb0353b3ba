using Rotfeste.Networks.Feeds.Markup;

namespace Rotfeste.Networks.Feeds;

/// <summary>Atom 1.0 (RFC 4287) and its draft 0.3.</summary>
internal sealed class AtomFeeds(Uri? address)
{
    private readonly Names names = new("atom");
    private readonly List<FeedItem> items = [];
    private Entry feed = new(address);
    private Entry? entry;

    public Feed Read(ReadOnlySpan<char> text)
    {
        var reader = new MarkupReader(text);
        while (items.Count < FeedReader.MostItems && reader.Read())
        {
            if (reader.Kind == MarkupKind.Start)
                Take(ref reader, names.Of(reader.Name, reader.Inside));
            else if (reader.Kind == MarkupKind.End && entry is not null && reader.Name.EndsWith("entry", StringComparison.OrdinalIgnoreCase))
                CloseEntry();
        }

        return new Feed
        {
            Format = FeedFormat.Atom,
            Title = feed.Title,
            Link = feed.Link,
            Author = feed.Author,
            Language = feed.Language,
            Items = items,
            IsCut = reader.IsCut || entry is not null,
        };
    }

    private void Take(ref MarkupReader reader, string name)
    {
        if (name == "feed")
        {
            feed = new Entry(WebAddress.Base(Attributes.Of(reader.Inside, "xml:base"), address)) { Language = Attributes.Of(reader.Inside, "xml:lang") ?? "" };
            return;
        }

        if (name == "entry")
        {
            if (entry is not null)
                CloseEntry();
            entry = new Entry(WebAddress.Base(Attributes.Of(reader.Inside, "xml:base"), feed.Address)) { Language = Attributes.Of(reader.Inside, "xml:lang") ?? "" };
            if (reader.IsEmpty)
                CloseEntry();
            return;
        }

        (entry ?? feed).Take(ref reader, name);
    }

    private void CloseEntry()
    {
        items.Add(entry!.ToItem());
        entry = null;
    }

    // What both a feed and its entries are made of.
    private sealed class Entry(Uri? address)
    {
        private string id = "";
        private DateTimeOffset? published;
        private DateTimeOffset? updated;
        private FeedText summary;
        private FeedText content;

        public Uri? Address => address;

        public FeedText Title { get; private set; }

        public string Link { get; private set; } = "";

        public FeedAuthor? Author { get; private set; }

        public string Language { get; init; } = "";

        public void Take(ref MarkupReader reader, string name)
        {
            var attributes = reader.Inside;
            var inner = reader.ReadInner();
            switch (name)
            {
                case "title": Title = Or(Title, AtomText.Of(attributes, inner, address)); break;
                case "summary": summary = Or(summary, AtomText.Of(attributes, inner, address)); break;
                case "content": content = Or(content, AtomText.Of(attributes, inner, address)); break;
                case "id": id = Or(id, WebAddress.Resolve(InnerText.Decode(inner), WebAddress.Base(Attributes.Of(attributes, "xml:base"), address))); break;
                case "link": TakeLink(attributes); break;
                case "published" or "issued": published ??= FeedDates.Parse(InnerText.Decode(inner)); break;
                case "updated" or "modified": updated ??= FeedDates.Parse(InnerText.Decode(inner)); break;
                case "author": Author ??= AuthorOf(inner); break;
            }
        }

        public FeedItem ToItem() => new()
        {
            Id = id,
            Title = Title,
            Link = Link,
            Published = published,
            Updated = updated,
            Author = Author,
            Summary = summary,
            Content = content,
            Language = Language,
        };

        private void TakeLink(ReadOnlySpan<char> attributes)
        {
            if (Link.Length > 0 || Attributes.Of(attributes, "rel") is not (null or "" or "alternate") || Attributes.Of(attributes, "href") is not { } href)
                return;
            Link = WebAddress.Resolve(href, WebAddress.Base(Attributes.Of(attributes, "xml:base"), address));
        }

        private static FeedText Or(FeedText had, FeedText now) => had.IsEmpty ? now : had;

        private static string Or(string had, string now) => had.Length == 0 ? now : had;

        private static FeedAuthor? AuthorOf(ReadOnlySpan<char> inner)
        {
            var (name, email) = ("", "");
            var reader = new MarkupReader(inner);
            while (reader.Read())
            {
                if (reader.Kind != MarkupKind.Start)
                    continue;
                var local = reader.Name[(reader.Name.IndexOf(':') + 1)..];
                if (local.Equals("name", StringComparison.OrdinalIgnoreCase))
                    name = Or(name, InnerText.Decode(reader.ReadInner()));
                else if (local.Equals("email", StringComparison.OrdinalIgnoreCase))
                    email = Or(email, InnerText.Decode(reader.ReadInner()));
                else
                    reader.ReadInner();
            }

            return name.Length + email.Length == 0 ? null : new(name, email);
        }
    }
}
