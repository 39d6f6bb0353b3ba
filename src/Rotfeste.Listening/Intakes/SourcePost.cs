using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Rotfeste.Channels.Contracts;

namespace Rotfeste.Listening.Intakes;

/// <summary>A post as a source gives it: the shape that feeds, files, webhooks and tips share.</summary>
/// <param name="Network">What it is listed under: "feed", "tip", or the name that a file or a sender gives it.</param>
/// <param name="Uri">Its lasting address among all sources of the organisation, with the kind of the source before it.</param>
/// <param name="Text">Plain text.</param>
/// <param name="At">When it was written.</param>
internal sealed record SourcePost(string Network, string Uri, string Text, Instant At)
{
    private const int LongestText = 20_000;
    private const int LongestUri = 500;
    private const int LongestName = 200;

    public string? WebLink { get; init; }

    /// <summary>What tells this author from others at the same place.</summary>
    public string Author { get; init; } = "";

    public string AuthorName { get; init; } = "";

    public string Language { get; init; } = "";

    public IReadOnlyList<string> Links { get; init; } = [];

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>When it was last changed, or null.</summary>
    public Instant? ChangedAt { get; init; }

    public NetworkPost ToNetworkPost()
    {
        var isLong = Text.Length > LongestText;
        return new NetworkPost(
            Network, Short(Uri), ChangedAt?.ToString(null, System.Globalization.CultureInfo.InvariantCulture) ?? "", IsWeb(WebLink) ? WebLink : null, new NetworkAuthor(Author, "", Cut(AuthorName)),
            isLong ? Text[..(char.IsHighSurrogate(Text[LongestText - 1]) ? LongestText - 1 : LongestText)] : Text, isLong,
            Language.Length is > 1 and <= 20 ? [Language.Split('-', '_')[0].ToLowerInvariant()] : [],
            At, null, null, null, [], [.. Links.Where(IsWeb).Take(20).Select(l => new PostLink(l, null))], [], null)
        {
            Tags = [.. Tags.Where(t => t.Length is > 0 and <= LongestName).Take(50)],
            IsVersionTime = ChangedAt is not null,
        };
    }

    /// <summary>An address that a person can open.</summary>
    public static bool IsWeb(string? address) =>
        address is { Length: <= 2_000 } && System.Uri.TryCreate(address, UriKind.Absolute, out var web) && web.Scheme is "http" or "https";

    // The index holds no longer ones; a hash tells them apart as well.
    private static string Short(string uri) => uri.Length <= LongestUri
        ? uri.Replace('\0', ' ')
        : $"{uri[..uri.IndexOf(':', StringComparison.Ordinal)]}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(uri)))}";

    private static string Cut(string name) => name.Length <= LongestName ? name : name[..LongestName];
}
