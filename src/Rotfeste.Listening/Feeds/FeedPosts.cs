using NodaTime;
using Rotfeste.Listening.Intakes;
using Rotfeste.Listening.Watching;
using Rotfeste.Networks.Feeds;

namespace Rotfeste.Listening.Feeds;

/// <summary>What a feed holds, against what it held last time.</summary>
internal static class FeedPosts
{
    private const int MostHeld = 1_000;
    private static readonly Instant First = Instant.FromUtc(1995, 1, 1, 0, 0);

    /// <summary>An entry's lasting address: its own where that is one, else its number within the feed.</summary>
    public static string UriOf(string feed, FeedItem item)
    {
        if (item.Id.Length > 0)
            return IsWhole(item.Id) ? $"feed:{item.Id}" : $"feed:{feed}#{item.Id}";
        return item.Link.Length > 0 ? $"feed:{item.Link}" : $"feed:{feed}#{StoredMarks.Hash(item.Title.Value + item.Content.Value + item.Summary.Value):x}";
    }

    /// <summary>
    /// The entries as posts. An entry without a date gets the moment at which it was first seen, which is right to within the pace; but what
    /// stood there when the feed was first read may be of any time, and is passed over.
    /// </summary>
    public static IEnumerable<SourcePost> Of(string feed, Feed read, HashSet<ulong> held, Instant now)
    {
        foreach (var item in read.Items)
        {
            var uri = UriOf(feed, item);
            if ((DateOf(item) ?? (held.Count > 0 && !held.Contains(StoredMarks.Hash(uri)) ? now : null)) is not { } at)
                continue;
            var text = Words(item);
            if (text.Length > 0)
                yield return Post(feed, read, item, uri, text, at);
        }
    }

    /// <summary>What it holds, in hashes of eight bytes.</summary>
    public static string Hold(string feed, Feed read)
    {
        var hashes = read.Items.Take(MostHeld).Select(i => StoredMarks.Hash(UriOf(feed, i)));
        return Convert.ToBase64String([.. hashes.SelectMany(BitConverter.GetBytes)]);
    }

    public static HashSet<ulong> Held(string stored)
    {
        var bytes = Convert.FromBase64String(stored);
        return [.. Enumerable.Range(0, bytes.Length / 8).Select(i => BitConverter.ToUInt64(bytes, i * 8))];
    }

    private static SourcePost Post(string feed, Feed read, FeedItem item, string uri, string text, Instant at)
    {
        var author = item.Author ?? read.Author;
        var name = author is { Name.Length: > 0 } ? author.Name : author?.Email ?? "";
        var host = Uri.TryCreate(feed, UriKind.Absolute, out var address) ? address.Host : "";
        return new SourcePost("feed", uri, text, at)
        {
            WebLink = item.Link,
            Author = $"{host}/{name}",
            AuthorName = name.Length > 0 ? name : read.Title.ToPlain() is { Length: > 0 } title ? title : host,
            Language = item.Language.Length > 0 ? item.Language : read.Language,
            Links = item.Content.Links(),
            ChangedAt = item.Updated is { } updated ? Instant.Min(Instant.FromDateTimeOffset(updated), Instant.FromUtc(9000, 1, 1, 0, 0)) : null,
        };
    }

    private static string Words(FeedItem item)
    {
        var title = item.Title.ToPlain().Trim();
        var body = (item.Content.IsEmpty ? item.Summary : item.Content).ToPlain().Trim();
        return body.Length == 0 || body == title ? title : title.Length == 0 || body.StartsWith(title, StringComparison.Ordinal) ? body : $"{title}\n{body}";
    }

    // A date before there were feeds is a clock that was never set.
    private static Instant? DateOf(FeedItem item) =>
        item.Published is { } published && Instant.FromDateTimeOffset(published) is var at && at >= First ? at : null;

    private static bool IsWhole(string id) => Uri.TryCreate(id, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" or "tag" or "urn";
}
