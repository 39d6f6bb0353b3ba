using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rotfeste.Networks.Mastodon.Statuses;

/// <summary>What a new status is to say.</summary>
/// <param name="Text">Exactly the words, mention of whom it answers included.</param>
/// <param name="InReplyTo">Id of what it answers, or null.</param>
/// <param name="Visibility">Who can see it.</param>
/// <param name="Warning">Said before the words are shown; empty for none.</param>
/// <param name="Language">Tag, or null.</param>
/// <param name="Media">Ids of uploaded pictures.</param>
public sealed record StatusDraft(
    string Text, string? InReplyTo, Visibility Visibility, string Warning, string? Language, IReadOnlyList<string> Media)
{
    // Letters stand as themselves; the bytes never come near HTML.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The request's body, UTF-8: the same draft always gives the same bytes. Store them, and send nothing else at any try.</summary>
    public byte[] ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Writing))
        {
            json.WriteStartObject();
            json.WriteString("status", Text);
            if (InReplyTo is not null) json.WriteString("in_reply_to_id", InReplyTo);
            json.WriteString("visibility", Visibility.ToString().ToLowerInvariant());
            if (Warning.Length > 0)
            {
                json.WriteString("spoiler_text", Warning);
                json.WriteBoolean("sensitive", true);
            }

            if (Language is not null) json.WriteString("language", Language);
            if (Media.Count > 0)
            {
                json.WriteStartArray("media_ids");
                foreach (var id in Media) json.WriteStringValue(id);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>Reads <see cref="ToJson"/> again.</summary>
    /// <exception cref="JsonException">These are other bytes.</exception>
    public static StatusDraft FromJson(ReadOnlyMemory<byte> bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        var root = json.RootElement;
        return new(
            Json.JsonReading.Text(root, "status") ?? throw new JsonException("No status."),
            Json.JsonReading.Text(root, "in_reply_to_id"),
            Enum.Parse<Visibility>(Json.JsonReading.Text(root, "visibility") ?? "public", ignoreCase: true),
            Json.JsonReading.Text(root, "spoiler_text") ?? "",
            Json.JsonReading.Text(root, "language"),
            [.. Json.JsonReading.Items(root, "media_ids").Select(i => i.GetString()).OfType<string>()]);
    }
}
