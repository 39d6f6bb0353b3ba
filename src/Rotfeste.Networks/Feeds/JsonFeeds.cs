using System.Text.Json;
using Rotfeste.Networks.Feeds.Markup;

namespace Rotfeste.Networks.Feeds;

/// <summary>JSON Feed 1 and 1.1 (jsonfeed.org).</summary>
internal static class JsonFeeds
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static Feed? Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, Options);
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object && IsFeed(root) ? Read(root) : null;
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            // InvalidOperation: a string with half a surrogate pair.
            return null;
        }
    }

    private static bool IsFeed(JsonElement root) =>
        Text(root, "version").Contains("jsonfeed", StringComparison.OrdinalIgnoreCase)
        || (root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array && Text(root, "version").Length > 0);

    private static Feed Read(JsonElement root) => new()
    {
        Format = FeedFormat.Json,
        Title = new(Text(root, "title"), false),
        Link = Text(root, "home_page_url"),
        Author = AuthorOf(root),
        Language = Text(root, "language"),
        Items = root.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
            ? [.. items.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object).Take(FeedReader.MostItems).Select(Item)]
            : [],
    };

    private static FeedItem Item(JsonElement item)
    {
        var html = Text(item, "content_html");
        var link = Text(item, "url");
        return new FeedItem
        {
            Id = Text(item, "id"),
            Title = new(Text(item, "title"), false),
            Link = link.Length > 0 ? link : Text(item, "external_url"),
            Published = FeedDates.Parse(Text(item, "date_published")),
            Updated = FeedDates.Parse(Text(item, "date_modified")),
            Author = AuthorOf(item),
            Summary = new(Text(item, "summary"), false),
            Content = html.Length > 0 ? new(HtmlText.Resolve(html, WebAddress.Base(link, null)), true) : new(Text(item, "content_text"), false),
            Language = Text(item, "language"),
        };
    }

    // 1.1 has a list; 1 had one author.
    private static FeedAuthor? AuthorOf(JsonElement owner)
    {
        if (owner.TryGetProperty("authors", out var several) && several.ValueKind == JsonValueKind.Array)
        {
            foreach (var author in several.EnumerateArray())
                return author.ValueKind == JsonValueKind.Object ? Authors.Of(Text(author, "name")) : null;
        }

        return owner.TryGetProperty("author", out var one) && one.ValueKind == JsonValueKind.Object ? Authors.Of(Text(one, "name")) : null;
    }

    // Ids should be strings; many are numbers.
    private static string Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number => value.GetRawText(),
            _ => "",
        }
        : "";
}
