namespace Rotfeste.Matching.Lines;

/// <summary>How a line of JSON tells of a post.</summary>
public enum PostFormat
{
    /// <summary>
    /// An object with <c>id</c> and <c>text</c>, and where known <c>author</c>, <c>lang</c> (one tag or a list), <c>source</c>,
    /// <c>links</c>, <c>tags</c>, <c>mentions</c>, <c>isReply</c>, <c>isRepost</c> and <c>hasImage</c>. Other fields are passed over.
    /// </summary>
    Posts,

    /// <summary>An event of Bluesky's Jetstream (github.com/bluesky-social/jetstream). The author is the account's DID.</summary>
    Jetstream,
}

/// <summary>What a line was.</summary>
public enum LineKind
{
    /// <summary>A post.</summary>
    Post,

    /// <summary>Something else that is in order: an empty line, or an event of another kind.</summary>
    Other,

    /// <summary>Not what the format says.</summary>
    Bad,
}
