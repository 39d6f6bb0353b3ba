using System.Text.Json;
using Rotfeste.Networks.Bluesky.Accounts;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Json;
using Rotfeste.Networks.Text;

namespace Rotfeste.Networks.Bluesky.Posts;

/// <summary>A post as the network shows it. Texts, alt texts and names are from outside: hostile until encoded.</summary>
/// <param name="Ref">Its address and content hash.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">The words, at most 200,000 UTF-16 units; NUL has become a space.</param>
/// <param name="Facets">Links, mentions and tags, sorted, within the text, not overlapping.</param>
/// <param name="Embeds">Pictures, card, quote, video; empty when none.</param>
/// <param name="Langs">Language tags as given ("nb"), at most 3.</param>
/// <param name="CreatedAt">When the author's client says it was written, UTC; can be untrue.</param>
/// <param name="IndexedAt">When the network first saw it, UTC.</param>
/// <param name="Reply">What it answers, or null.</param>
/// <param name="LikeCount">Count.</param>
/// <param name="ReplyCount">Count.</param>
/// <param name="RepostCount">Count.</param>
/// <param name="QuoteCount">Count.</param>
public sealed record Post(
    RecordRef Ref,
    Author Author,
    string Text,
    IReadOnlyList<Facet> Facets,
    IReadOnlyList<Embed> Embeds,
    IReadOnlyList<string> Langs,
    DateTimeOffset CreatedAt,
    DateTimeOffset IndexedAt,
    ReplyRefs? Reply,
    int LikeCount,
    int ReplyCount,
    int RepostCount,
    int QuoteCount)
{
    /// <summary>The time to sort by: when it says it was written, but never later than when it was seen.</summary>
    public DateTimeOffset Time => CreatedAt < IndexedAt ? CreatedAt : IndexedAt;

    /// <summary>Reads a post view of the app view; null when address, author or times are missing.</summary>
    internal static Post? Read(JsonElement view)
    {
        var record = view.At("record");
        if (!RecordRef.TryParse(view.Text("uri"), view.Text("cid"), out var found)) return null;
        if (Author.Read(view.At("author")) is not { } author) return null;
        if ((view.Time("indexedAt") ?? record.Time("createdAt")) is not { } indexed) return null;
        var text = record.Text("text") ?? "";
        return new(
            found,
            author,
            text,
            FacetReading.ReadAll(record, text),
            Embed.ReadAll(view.At("embed")),
            ReadLangs(record),
            record.Time("createdAt") ?? indexed,
            indexed,
            ReadReply(record.At("reply")),
            view.Whole("likeCount"),
            view.Whole("replyCount"),
            view.Whole("repostCount"),
            view.Whole("quoteCount"));
    }

    internal static ReplyRefs? ReadReply(JsonElement reply) =>
        ReadRef(reply.At("root")) is { } root && ReadRef(reply.At("parent")) is { } parent ? new(root, parent) : null;

    internal static IReadOnlyList<string> ReadLangs(JsonElement record) =>
        [.. record.Items("langs").Select(l => l.AsText()).OfType<string>().Where(l => l.Length is >= 2 and <= 35).Take(3)];

    private static RecordRef? ReadRef(JsonElement json) =>
        RecordRef.TryParse(json.Text("uri"), json.Text("cid"), out var found) ? found : null;
}
