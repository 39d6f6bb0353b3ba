namespace Rotfeste.Networks.Feeds;

/// <summary>Which family of formats a feed is written in.</summary>
public enum FeedFormat
{
    /// <summary>RSS 0.90 to 0.94, 1.0 (RDF) and 2.0.</summary>
    Rss,

    /// <summary>Atom 0.3 and 1.0 (RFC 4287).</summary>
    Atom,

    /// <summary>JSON Feed 1 and 1.1 (jsonfeed.org).</summary>
    Json,
}

/// <summary>A feed as it stands at its address.</summary>
public sealed record Feed
{
    /// <summary>Its family.</summary>
    public required FeedFormat Format { get; init; }

    /// <summary>Its name, or empty.</summary>
    public FeedText Title { get; init; }

    /// <summary>The page it belongs to, or "".</summary>
    public string Link { get; init; } = "";

    /// <summary>Who answers for it, or null.</summary>
    public FeedAuthor? Author { get; init; }

    /// <summary>Language tag of the whole feed as written ("nb-NO"), or "".</summary>
    public string Language { get; init; } = "";

    /// <summary>How often it wants to be asked at the most (RSS ttl, RSS 1.0 syndication module), or null.</summary>
    public TimeSpan? Refresh { get; init; }

    /// <summary>In the feed's own order; at most <see cref="FeedReader.MostItems"/>.</summary>
    public IReadOnlyList<FeedItem> Items { get; init; } = [];

    /// <summary>The document ends in the middle; <see cref="Items"/> are those that were whole.</summary>
    public bool IsCut { get; init; }
}

/// <summary>One entry of a feed.</summary>
public sealed record FeedItem
{
    /// <summary>The feed's own lasting id (guid, atom:id, id, rdf:about), or "".</summary>
    public string Id { get; init; } = "";

    /// <summary>Its headline, or empty.</summary>
    public FeedText Title { get; init; }

    /// <summary>Where a person reads it: absolute where the feed or its address allows, or "".</summary>
    public string Link { get; init; } = "";

    /// <summary>When it was published. Null where the feed does not say, or says it so that it cannot be told: never invented.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>When it was last changed, or null.</summary>
    public DateTimeOffset? Updated { get; init; }

    /// <summary>The first author, or null.</summary>
    public FeedAuthor? Author { get; init; }

    /// <summary>A short version (description, summary), or empty.</summary>
    public FeedText Summary { get; init; }

    /// <summary>The whole (content:encoded, content, content_html or content_text), or empty.</summary>
    public FeedText Content { get; init; }

    /// <summary>Language tag of the entry as written, or "".</summary>
    public string Language { get; init; } = "";
}

/// <summary>An author as written.</summary>
/// <param name="Name">Name, or "".</param>
/// <param name="Email">Mail address, or "".</param>
public sealed record FeedAuthor(string Name, string Email);
