using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Networks.Bluesky.Ids;

namespace Rotfeste.Channels.Bluesky;

/// <summary>Where a person reads a post.</summary>
internal static class WebAddress
{
    /// <summary>Null when the uri is none.</summary>
    public static string? Of(string? uri) => AtUri.TryParse(uri, out var post) ? WebLinks.Public.Post(post).ToString() : null;

    /// <summary>The post's address, or its page at whatever website shows the network: "…/profile/kari.no/post/3kabc…".</summary>
    public static LinkedPost? Read(string link)
    {
        string[] parts = link.StartsWith("at://", StringComparison.Ordinal)
            ? link["at://".Length..].Split('/')
            : Uri.TryCreate(link, UriKind.Absolute, out var page) && page.AbsolutePath.Trim('/').Split('/') is ["profile", var who, "post", var name]
                ? [Uri.UnescapeDataString(who), AtUri.PostCollection, Uri.UnescapeDataString(name)]
                : [];
        if (parts is not [var author, AtUri.PostCollection, var key])
            return null;
        if (AtUri.TryParse($"at://{author}/{AtUri.PostCollection}/{key}", out var post))
            return new LinkedPost { Uri = post.ToString() };
        return Handle.TryParse(author, out var handle) && Tid.TryParse(key, out var made)
            ? new LinkedPost { Handle = handle.Value, Ending = $"/{AtUri.PostCollection}/{key}", About = Instant.FromDateTimeOffset(made.Time) }
            : null;
    }
}
