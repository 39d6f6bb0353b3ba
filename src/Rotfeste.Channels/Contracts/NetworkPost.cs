using NodaTime;

namespace Rotfeste.Channels.Contracts;

/// <summary>A post as a network gave it, cleaned and bounded; the same shape for all networks.</summary>
/// <param name="Network">"bluesky" or "mastodon".</param>
/// <param name="Uri">The network's lasting address of the post (at://…, or where the account's server gives it).</param>
/// <param name="Version">The network's content id (cid), or empty.</param>
/// <param name="WebLink">Where a person reads it, or null.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">Plain text, at most 100,000 characters; longer ones are cut and marked by <paramref name="IsCut"/>.</param>
/// <param name="IsCut">The text was longer.</param>
/// <param name="Languages">The post's own tags.</param>
/// <param name="CreatedAt">The network's time.</param>
/// <param name="ReplyRoot">Uri and version of the thread's first post, or null.</param>
/// <param name="ReplyParent">Uri and version of what it answers, or null.</param>
/// <param name="Quotes">Uri of a quoted post, or null.</param>
/// <param name="MentionedAccounts">Lasting ids of accounts mentioned.</param>
/// <param name="Links">Addresses in the text and the link card.</param>
/// <param name="Pictures">Pictures with alt text.</param>
/// <param name="Likes">How many like it, where known.</param>
public sealed record NetworkPost(
    string Network,
    string Uri,
    string Version,
    string? WebLink,
    NetworkAuthor Author,
    string Text,
    bool IsCut,
    IReadOnlyList<string> Languages,
    Instant CreatedAt,
    PostReference? ReplyRoot,
    PostReference? ReplyParent,
    string? Quotes,
    IReadOnlyList<string> MentionedAccounts,
    IReadOnlyList<PostLink> Links,
    IReadOnlyList<PostPicture> Pictures,
    int? Likes)
{
    /// <summary>Hashtags that the network lists beside the text, without "#".</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Who can see it; everybody where the network knows nothing else.</summary>
    public PostAudience Audience { get; init; }

    /// <summary>What its author has said before the words are shown, or null.</summary>
    public string? Warning { get; init; }

    /// <summary>The version is the moment of its last change: a later one is newer.</summary>
    public bool IsVersionTime { get; init; }

    /// <summary>It is not for everybody: shown to nobody outside, and answered to the one who wrote it alone.</summary>
    public bool IsPrivate => Audience is PostAudience.Followers or PostAudience.Direct;
}

/// <summary>Who can see a post.</summary>
public enum PostAudience
{
    /// <summary>Everybody.</summary>
    Everyone,

    /// <summary>Everybody who finds it; it is in no public list.</summary>
    Unlisted,

    /// <summary>The author's followers.</summary>
    Followers,

    /// <summary>Those who are named in it.</summary>
    Direct,
}

/// <summary>Who wrote a post. Handle and name are empty where the network did not say (the open stream gives ids only).</summary>
public sealed record NetworkAuthor(string Account, string Handle, string DisplayName);

/// <summary>A post by address and version.</summary>
public sealed record PostReference(string Uri, string Version);

/// <summary>A link, with the title of its card where there is one.</summary>
public sealed record PostLink(string Address, string? Title);

/// <summary>A picture with its description; the address is the network's, shown only through our own cache.</summary>
public sealed record PostPicture(string Address, string AltText);
