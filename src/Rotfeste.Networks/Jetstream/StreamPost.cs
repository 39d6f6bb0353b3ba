using System.Text.Json;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Bluesky.Posts;
using Rotfeste.Networks.Json;
using Rotfeste.Networks.Text;

namespace Rotfeste.Networks.Jetstream;

/// <summary>A post in the stream, decoded only as far as asked. Everything is the author's own words: hostile until encoded.</summary>
public sealed class StreamPost
{
    /// <summary>Longest text read, in UTF-16 units; the network's own limit is 3,000 bytes. What is longer is cut.</summary>
    public const int LongestText = 20_000;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = JsonLimits.Depth };
    private readonly JsonSlice _text;
    private string? _decoded;

    private StreamPost(ReadOnlyMemory<byte> record, JsonSlice text) => (Record, _text) = (record, text);

    /// <summary>The record as it came, UTF-8 JSON. Belongs to the frame: copy what is kept.</summary>
    public ReadOnlyMemory<byte> Record { get; }

    /// <summary>The text as it stands in the JSON, without quotes, escapes not resolved.</summary>
    public ReadOnlySpan<byte> RawText => _text.Inner(Record.Span);

    /// <summary>True when <see cref="RawText"/> holds escapes and so differs from the text as UTF-8.</summary>
    public bool RawTextIsEscaped => RawText.Contains((byte)'\\');

    /// <summary>The text, at most <see cref="LongestText"/> units; made at the first call. Empty when the post has none.</summary>
    public string Text => _decoded ??= CutText(_text.Decode(Record.Span));

    /// <summary>True when the record, anywhere, holds these bytes: a cheap first look for an account's DID in replies, mentions and quotes.</summary>
    public bool Holds(ReadOnlySpan<byte> utf8) => Record.Span.IndexOf(utf8) >= 0;

    /// <summary>Writes the text into a buffer without making a string.</summary>
    /// <param name="buffer">At least <see cref="LongestText"/> long.</param>
    /// <returns>Units written.</returns>
    public int CopyText(Span<char> buffer)
    {
        if (_decoded is null && _text.IsEmpty) return 0;
        if (_decoded is null && RawText.Length <= LongestText)
        {
            var reader = new Utf8JsonReader(_text.In(Record.Span));
            reader.Read();
            return reader.CopyString(buffer);
        }

        Text.CopyTo(buffer);
        return Text.Length;
    }

    /// <summary>Reads all the rest of the post. Makes strings: for posts that matched.</summary>
    public StreamPostDetails Details()
    {
        using var json = JsonDocument.Parse(Record, JsonLimits.Reading);
        return StreamPostDetails.Read(json.RootElement, Text);
    }

    internal static StreamPost Read(ReadOnlyMemory<byte> record)
    {
        var reader = new Utf8JsonReader(record.Span, Options);
        reader.Read();
        JsonSlice text = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isText = reader.ValueTextEquals("text"u8);
            reader.Read();
            if (isText) text = JsonSlice.Text(ref reader);
            else reader.Skip();
        }

        return new(record, text);
    }

    private static string CutText(string text)
    {
        if (text.Length <= LongestText) return text;
        return text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }
}

/// <summary>A post of the stream in whole.</summary>
/// <param name="Text">The words, at most <see cref="StreamPost.LongestText"/> units.</param>
/// <param name="Facets">Links, mentions (with DID) and tags: sorted, within the text, not overlapping.</param>
/// <param name="Langs">Language tags as given, at most 3.</param>
/// <param name="CreatedAt">When the author's client says it was written, UTC; null when it does not say. Order by the event's time.</param>
/// <param name="Reply">What it answers, or null.</param>
/// <param name="Quote">The post it quotes, or null.</param>
/// <param name="Link">The page it shows as a card, or null.</param>
/// <param name="Pictures">How many pictures.</param>
/// <param name="HasVideo">True when a film hangs on it.</param>
public sealed record StreamPostDetails(
    string Text,
    IReadOnlyList<Facet> Facets,
    IReadOnlyList<string> Langs,
    DateTimeOffset? CreatedAt,
    ReplyRefs? Reply,
    RecordRef? Quote,
    Uri? Link,
    int Pictures,
    bool HasVideo)
{
    /// <summary>True when the post answers, mentions or quotes the account.</summary>
    public bool Addresses(Did account) =>
        Reply?.Parent.Uri.Repo == account
        || Quote?.Uri.Repo == account
        || Facets.Any(f => f.Kind == FacetKind.Mention && f.Target == account.Value);

    internal static StreamPostDetails Read(JsonElement record, string text)
    {
        var embed = record.At("embed");
        var type = embed.Text("$type");
        var media = type == "app.bsky.embed.recordWithMedia" ? embed.At("media") : embed;
        var quoted = type == "app.bsky.embed.recordWithMedia" ? embed.At("record").At("record") : embed.At("record");
        return new(
            text,
            FacetReading.ReadAll(record, text),
            Post.ReadLangs(record),
            record.Time("createdAt"),
            Post.ReadReply(record.At("reply")),
            RecordRef.TryParse(quoted.Text("uri"), quoted.Text("cid"), out var quote) ? quote : null,
            media.At("external").Web("uri"),
            Math.Min(media.Items("images").Count(), 10),
            media.Text("$type") == "app.bsky.embed.video");
    }
}
