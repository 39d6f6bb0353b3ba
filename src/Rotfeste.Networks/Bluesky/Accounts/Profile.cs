using System.Text.Json;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Bluesky.Accounts;

/// <summary>An account as the network shows it. Texts are the account's own words: hostile until encoded.</summary>
/// <param name="Author">Who.</param>
/// <param name="Description">The words about itself, or null.</param>
/// <param name="Followers">Count.</param>
/// <param name="Follows">Count.</param>
/// <param name="Posts">Count.</param>
public sealed record Profile(Author Author, string? Description, int Followers, int Follows, int Posts)
{
    internal static Profile? Read(JsonElement json) =>
        Author.Read(json) is { } author
            ? new(author, json.Text("description"), json.Whole("followersCount"), json.Whole("followsCount"), json.Whole("postsCount"))
            : null;
}

/// <summary>The one who wrote something.</summary>
/// <param name="Did">The account.</param>
/// <param name="Handle">Its handle, "handle.invalid" when it does not lead back to the account.</param>
/// <param name="DisplayName">The name it gives itself, or null when none.</param>
/// <param name="Avatar">Its picture (http or https), or null.</param>
public sealed record Author(Did Did, Handle Handle, string? DisplayName, Uri? Avatar)
{
    internal static Author? Read(JsonElement json)
    {
        if (!Did.TryParse(json.Text("did"), out var did)) return null;
        var handle = Handle.TryParse(json.Text("handle"), out var parsed) ? parsed : Handle.Invalid;
        var name = json.Text("displayName");
        return new(did, handle, string.IsNullOrWhiteSpace(name) ? null : name, json.Web("avatar"));
    }
}

/// <summary>Whom a handle belongs to.</summary>
/// <param name="Handle">The handle asked for.</param>
/// <param name="Did">Its account.</param>
public sealed record HandleOwner(Handle Handle, Did Did);

/// <summary>What a server says about itself.</summary>
/// <param name="Did">The server's own identifier.</param>
/// <param name="UserDomains">Domains that it gives handles under, ".bsky.social".</param>
public sealed record ServerDescription(Did Did, IReadOnlyList<string> UserDomains)
{
    internal static ServerDescription? Read(JsonElement json) =>
        Did.TryParse(json.Text("did"), out var did)
            ? new(did, [.. json.Items("availableUserDomains").Select(d => d.AsText()).OfType<string>()])
            : null;
}
