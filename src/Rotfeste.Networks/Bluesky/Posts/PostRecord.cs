using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Text;

namespace Rotfeste.Networks.Bluesky.Posts;

/// <summary>What a new post is to say.</summary>
/// <param name="Text">The words as typed; <see cref="PlainText.Clean"/> is applied.</param>
/// <param name="Langs">Language tags ("nb"); the first three valid ones are used.</param>
/// <param name="Reply">What it answers, or null.</param>
/// <param name="CreatedAt">Chosen before the first try and kept; written in UTC with milliseconds.</param>
public sealed record PostDraft(string Text, IReadOnlyList<string> Langs, ReplyRefs? Reply, DateTimeOffset CreatedAt)
{
    /// <summary>At most four.</summary>
    public IReadOnlyList<DraftPicture> Pictures { get; init; } = [];
}

/// <summary>A record of app.bsky.feed.post ready to send: the same draft always gives the same bytes. Source: lexicon app.bsky.feed.post.</summary>
/// <param name="Json">UTF-8: store these bytes and send them, and nothing else, at every try.</param>
/// <param name="Text">The words in it.</param>
/// <param name="Facets">The links, mentions (with DID) and tags in it.</param>
public sealed record PostRecord(ReadOnlyMemory<byte> Json, string Text, IReadOnlyList<Facet> Facets)
{
    // Letters stand as themselves; the bytes never come near HTML.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Builds the record. Does not refuse a text that is too long: ask <see cref="TextMeasure"/> first.</summary>
    /// <param name="draft">What to say.</param>
    /// <param name="mentions">The account of each handle that was found; a mention whose handle is absent stays plain text.</param>
    public static PostRecord Build(PostDraft draft, IReadOnlyDictionary<Handle, Did> mentions)
    {
        var text = PlainText.Clean(draft.Text);
        var facets = FacetFinder.Find(text).Select(f => Resolve(f, mentions)).OfType<Facet>().ToList();
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Writing)) Write(json, draft, text, facets);
        return new(bytes.ToArray(), text, facets);
    }

    /// <summary>The handles a text mentions, each once: resolve them before building.</summary>
    public static IReadOnlyList<Handle> MentionsIn(string text) =>
        [.. FacetFinder.Find(PlainText.Clean(text)).Where(f => f.Kind == FacetKind.Mention).Select(f => HandleOf(f)!.Value).Distinct()];

    private static Facet? Resolve(Facet found, IReadOnlyDictionary<Handle, Did> mentions)
    {
        if (HandleOf(found) is not { } handle) return found;
        return mentions.TryGetValue(handle, out var did) ? found with { Target = did.Value } : null;
    }

    private static Handle? HandleOf(Facet found) =>
        found.Kind == FacetKind.Mention && Handle.TryParse(found.Target, out var handle) ? handle : null;

    // Keys in alphabetical order, as the network itself writes them.
    private static void Write(Utf8JsonWriter json, PostDraft draft, string text, List<Facet> facets)
    {
        json.WriteStartObject();
        json.WriteString("$type", AtUri.PostCollection);
        json.WriteString("createdAt", draft.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        if (draft.Pictures.Count > 0) WritePictures(json, draft.Pictures);
        if (facets.Count > 0)
        {
            json.WriteStartArray("facets");
            foreach (var facet in facets) WriteFacet(json, facet);
            json.WriteEndArray();
        }

        var langs = draft.Langs.Where(IsLanguage).Distinct(StringComparer.Ordinal).Take(3).ToList();
        if (langs.Count > 0)
        {
            json.WriteStartArray("langs");
            foreach (var lang in langs) json.WriteStringValue(lang);
            json.WriteEndArray();
        }

        if (draft.Reply is { } reply)
        {
            json.WriteStartObject("reply");
            WriteRef(json, "parent", reply.Parent);
            WriteRef(json, "root", reply.Root);
            json.WriteEndObject();
        }

        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static void WriteFacet(Utf8JsonWriter json, Facet facet)
    {
        var (type, name) = facet.Kind switch
        {
            FacetKind.Link => ("link", "uri"),
            FacetKind.Mention => ("mention", "did"),
            _ => ("tag", "tag"),
        };
        json.WriteStartObject();
        json.WriteStartArray("features");
        json.WriteStartObject();
        json.WriteString("$type", "app.bsky.richtext.facet#" + type);
        json.WriteString(name, facet.Target);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("index");
        json.WriteNumber("byteEnd", facet.ByteEnd);
        json.WriteNumber("byteStart", facet.ByteStart);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WritePictures(Utf8JsonWriter json, IReadOnlyList<DraftPicture> pictures)
    {
        json.WriteStartObject("embed");
        json.WriteString("$type", "app.bsky.embed.images");
        json.WriteStartArray("images");
        foreach (var picture in pictures)
        {
            json.WriteStartObject();
            json.WriteString("alt", picture.Alt);
            if (picture is { Width: > 0, Height: > 0 })
            {
                json.WriteStartObject("aspectRatio");
                json.WriteNumber("height", picture.Height);
                json.WriteNumber("width", picture.Width);
                json.WriteEndObject();
            }

            json.WriteStartObject("image");
            json.WriteString("$type", "blob");
            json.WriteString("mimeType", picture.Blob.Kind);
            json.WriteStartObject("ref");
            json.WriteString("$link", picture.Blob.Cid);
            json.WriteEndObject();
            json.WriteNumber("size", picture.Blob.Size);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRef(Utf8JsonWriter json, string name, RecordRef reference)
    {
        json.WriteStartObject(name);
        json.WriteString("cid", reference.Cid);
        json.WriteString("uri", reference.Uri.ToString());
        json.WriteEndObject();
    }

    private static bool IsLanguage(string tag) =>
        tag.Length is >= 2 and <= 35 && char.IsAsciiLetter(tag[0]) && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && tag[^1] != '-';
}
