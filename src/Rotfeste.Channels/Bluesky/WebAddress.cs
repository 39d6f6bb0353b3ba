using Rotfeste.Networks.Bluesky.Ids;

namespace Rotfeste.Channels.Bluesky;

/// <summary>Where a person reads a post.</summary>
internal static class WebAddress
{
    /// <summary>Null when the uri is none.</summary>
    public static string? Of(string? uri) => AtUri.TryParse(uri, out var post) ? WebLinks.Public.Post(post).ToString() : null;
}
