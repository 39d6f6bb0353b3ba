using System.Text.Json;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Posts;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Jetstream;
using Rotfeste.Networks.Text;

namespace Rotfeste.Listening.Streams;

/// <summary>From a post of the stream to the shape that all networks share.</summary>
internal static class StreamPosts
{
    private const int MostPictures = 4;
    private const int LongestAlt = 2_000;

    public static NetworkPost ToNetworkPost(StreamEvent e, string uri, string author, StreamPost post, StreamPostDetails details) => new(
        "bluesky",
        uri,
        e.Cid ?? "",
        $"https://bsky.app/profile/{author}/post/{uri[(uri.LastIndexOf('/') + 1)..]}",
        new NetworkAuthor(author, "", ""),
        Storable.Clean(details.Text),
        details.Text.Length >= StreamPost.LongestText - 1,
        details.Langs,
        TimeOf(details.CreatedAt, e.Time),
        Reference(details.Reply?.Root),
        Reference(details.Reply?.Parent),
        details.Quote?.Uri.ToString(),
        [.. details.Facets.Where(f => f.Kind == FacetKind.Mention).Select(f => f.Target).Distinct()],
        Links(details),
        details.Pictures == 0 ? [] : Pictures(post.Record),
        null)
    {
        Tags = [.. details.Facets.Where(f => f.Kind == FacetKind.Tag).Select(f => Storable.Clean(f.Target)).Distinct(StringComparer.Ordinal).Take(20)],
    };

    /// <summary>The author's clock, but never later than the network's own: a post cannot be written after it was seen.</summary>
    internal static Instant TimeOf(DateTimeOffset? created, DateTimeOffset seen) =>
        Instant.FromDateTimeOffset(created is { } at && at < seen && at.Year >= 2000 ? at : seen);

    private static PostReference? Reference(RecordRef? record) =>
        record is null ? null : new PostReference(record.Uri.ToString(), record.Cid);

    private static List<PostLink> Links(StreamPostDetails details) =>
    [
        .. details.Facets.Where(f => f.Kind == FacetKind.Link).Select(f => f.Target)
            .Concat(details.Link is { } card ? [card.OriginalString] : [])
            .Distinct(StringComparer.Ordinal).Take(20).Select(address => new PostLink(Storable.Clean(address), null)),
    ];

    // The record names a picture by its hash alone; its address comes with the author's name, from the network's view.
    private static List<PostPicture> Pictures(ReadOnlyMemory<byte> record)
    {
        using var json = JsonDocument.Parse(record, new JsonDocumentOptions { MaxDepth = 1_000 });
        var embed = json.RootElement.GetProperty("embed");
        if (embed.TryGetProperty("media", out var media) && media.ValueKind == JsonValueKind.Object)
            embed = media;
        if (!embed.TryGetProperty("images", out var images) || images.ValueKind != JsonValueKind.Array)
            return [];
        return [.. images.EnumerateArray().Take(MostPictures).Select(i => new PostPicture("", Alt(i)))];
    }

    private static string Alt(JsonElement image)
    {
        var alt = image.ValueKind == JsonValueKind.Object && image.TryGetProperty("alt", out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()!
            : "";
        return Storable.Clean(alt.Length <= LongestAlt ? alt : alt[..LongestAlt]);
    }
}
