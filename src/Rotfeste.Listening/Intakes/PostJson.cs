using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Networks.Feeds;

namespace Rotfeste.Listening.Intakes;

/// <summary>A post as files and webhooks write it: text and at are needed, id, author, lang, source, link, links and tags where known.</summary>
internal static class PostJson
{
    private const int LongestId = 300;
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    /// <summary>One JSON object; null where it is no post.</summary>
    public static SourcePost? Read(string json, string prefix)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return Read(document.RootElement, prefix);
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The same, read already.</summary>
    /// <exception cref="InvalidOperationException">A text holds half a surrogate pair.</exception>
    public static SourcePost? Read(JsonElement post, string prefix) => post.ValueKind != JsonValueKind.Object
        ? null
        : Of(prefix, name => Text(post, name), Texts(post, "links"), Texts(post, "tags"));

    /// <summary>From named values, whatever they were written in.</summary>
    public static SourcePost? Of(string prefix, Func<string, string> value, IReadOnlyList<string> links, IReadOnlyList<string> tags)
    {
        var text = value("text").Trim();
        if (text.Length == 0 || FeedDates.Parse(value("at")) is not { Year: >= 1990 } at)
            return null;
        var (id, author, source) = (value("id"), value("author"), SourceOf(value("source"), prefix));
        if (id.Length is 0 or > LongestId)
            id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{author}\n{at:O}\n{text}")));
        return new SourcePost(source, $"{prefix}:{source}:{id}", text, Instant.FromDateTimeOffset(at))
        {
            WebLink = value("link"),
            Author = $"{source}/{author}",
            AuthorName = author,
            Language = value("lang"),
            Links = links,
            Tags = tags,
        };
    }

    // A network that we speak with is known by its own posts alone: what a file says is from there cannot be answered there.
    private static string SourceOf(string name, string otherwise)
    {
        var plain = string.Concat(name.ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.').Take(40));
        return plain.Length == 0 || TextRules.NameOf(plain) != plain ? otherwise.Split(':')[0] : plain;
    }

    private static string Text(JsonElement post, string name) => post.TryGetProperty(name, out var value)
        ? value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ValueKind == JsonValueKind.Number ? value.GetRawText() : ""
        : "";

    private static List<string> Texts(JsonElement post, string name) => post.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
        ? [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Take(50).Select(v => v.GetString()!)]
        : [];
}
