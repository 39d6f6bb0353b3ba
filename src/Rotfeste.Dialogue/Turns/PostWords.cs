using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Merges;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Listening.Contracts;

namespace Rotfeste.Dialogue.Turns;

/// <summary>Puts a stored post into what the page shows.</summary>
/// <param name="conversation">The conversation that is open.</param>
/// <param name="account">Our account's lasting id, or null once disconnected.</param>
/// <param name="names">Who wrote what, by the network's address.</param>
/// <param name="pictures">Our own address for a picture of the network's.</param>
/// <param name="sight">What the reader sees of what is private.</param>
internal sealed class PostWords(
    Conversation conversation, string? account, IReadOnlyDictionary<string, string?> names, Func<string, string?> pictures, ThreadSight sight)
{
    private const int MostText = 2_000;
    private const int MostLinks = 4;
    private const int MostPictures = 8;

    // What a conversation began with stays in it.
    private readonly PostId? first = conversation.Posts.MinBy(p => (p.At, p.Number))?.Post;

    public PostView Of(StoredPost stored)
    {
        var post = stored.Post;
        var isErased = stored.Erased is not null;
        var read = sight.Read(post.Text);
        var cut = Shortened.CutAt(read.Text, MostText);
        return new PostView(
            post.CreatedAt,
            $"p-{stored.Id}",
            isErased ? null : NetworkNames.Of(post.Author),
            isErased || post.Author.Handle.Length == 0 ? null : post.Author.Handle,
            isErased ? [] : Pieces.Of(post.Network, read.Text[..cut]),
            isErased ? "" : read.Text[cut..],
            post.IsCut && !isErased,
            stored.Erased is { } because ? $"Erased.{because}" : null,
            [.. NotesOf(post)],
            post.ReplyParent is { } parent ? names.GetValueOrDefault(parent.Uri) : null,
            stored.Id == conversation.LastPost && !isErased,
            stored.IsOurs,
            isErased ? null : post.Likes,
            isErased ? null : SafeLink.Of(post.WebLink),
            isErased ? [] : [.. post.Pictures.Take(MostPictures).Select(p => new PictureView(pictures(p.Address), sight.Read(p.AltText).Text))],
            isErased ? [] : [.. LinksOf(post)])
        {
            IsPrivate = post.IsPrivate,
            Place = Places.Of(stored),
            SplitsFrom = MaySplit && stored.Erased is null && stored.Id != first && conversation.Posts.Any(p => p.Post == stored.Id) ? conversation.Id.Value : null,
            Id = stored.Id.Value,
            Warning = isErased ? null : post.Warning,
            Private = isErased ? null : sight.ViewOf(stored.Id.Value, read),
        };
    }

    /// <summary>All of the thread that we have is at hand: what is answered and not among it could not be fetched.</summary>
    public bool IsWhole { get; init; }

    /// <summary>What lies in the conversation can be taken out of it.</summary>
    public bool MaySplit { get; init; }

    /// <summary>The threads, where there are several.</summary>
    public ThreadPlaces Places { get; init; } = new();

    private IEnumerable<string> NotesOf(NetworkPost post)
    {
        if ((post.Uri == conversation.RootUri && post.ReplyRoot is null) || Places.IsFirst(post))
            yield return "Note.First";
        if (account is not null && post.MentionedAccounts.Contains(account))
            yield return "Note.NamesUs";
        if (IsWhole && post.Uri != conversation.Branch && post.ReplyParent is { } parent && !names.ContainsKey(parent.Uri))
            yield return "Note.Missing";
    }

    private IEnumerable<LinkView> LinksOf(NetworkPost post) => post.Links
        .Select(l => (l.Title, Address: SafeLink.Of(l.Address)))
        .Where(l => l.Address is not null)
        .DistinctBy(l => l.Address)
        .Take(MostLinks)
        .Select(l => new LinkView(l.Address!, string.IsNullOrWhiteSpace(l.Title) ? l.Address! : sight.Read(l.Title).Text, new Uri(l.Address!).Host));
}

/// <summary>Addresses from outside, made safe to stand in a link.</summary>
internal static class SafeLink
{
    private const int Longest = 2_000;

    /// <summary>The address when it leads to the web; null for everything else (javascript:, data:, nonsense).</summary>
    public static string? Of(string? address) =>
        address is { Length: > 0 and <= Longest }
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? uri.AbsoluteUri
            : null;
}

/// <summary>Cuts a text into words and links, as its network would; what was said elsewhere, by the plainest rules.</summary>
internal static class Pieces
{
    public static IReadOnlyList<PieceView> Of(string network, string text) =>
        [.. TextRules.Read(TextRules.IsNetwork(network) ? network : "bluesky", text).Select(p => new PieceView(p.Text, SafeLink.Of(p.Link)))];
}
