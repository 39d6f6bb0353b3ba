namespace Rotfeste.Networks.Feeds;

/// <summary>Why bytes are no feed.</summary>
public enum FeedFault
{
    /// <summary>They are one.</summary>
    None,

    /// <summary>Nothing, or white space alone.</summary>
    Empty,

    /// <summary>A web page; <see cref="FeedDiscovery"/> may find its feeds.</summary>
    WebPage,

    /// <summary>Something else.</summary>
    NotAFeed,
}

/// <summary>What was read: a feed, or the reason why there is none.</summary>
/// <param name="Feed">The feed; null exactly when <paramref name="Fault"/> is not <see cref="FeedFault.None"/>.</param>
/// <param name="Fault">The reason.</param>
public sealed record FeedReading(Feed? Feed, FeedFault Fault);
