namespace Rotfeste.Networks.Bluesky.Ids;

/// <summary>Where people read posts and profiles in a browser.</summary>
/// <param name="root">The website, "https://bsky.app" unless one's own network has another.</param>
public sealed class WebLinks(Uri root)
{
    /// <summary>The public network's website.</summary>
    public static WebLinks Public { get; } = new(new Uri("https://bsky.app"));

    /// <summary>A post's page: "https://bsky.app/profile/did:plc:…/post/3kabc…". The DID is used, so it lasts when the handle changes.</summary>
    public Uri Post(AtUri post) => new(root, $"/profile/{post.Repo.Value}/post/{Uri.EscapeDataString(post.Key)}");

    /// <summary>An account's page.</summary>
    public Uri Profile(Did account) => new(root, $"/profile/{account.Value}");
}
