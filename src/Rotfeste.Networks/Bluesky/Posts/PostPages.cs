using System.Text.Json;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Bluesky.Posts;

/// <summary>Posts found by their addresses.</summary>
/// <param name="Found">In the server's order; those deleted, blocked or unreadable are absent.</param>
public sealed record PostList(IReadOnlyList<Post> Found)
{
    internal static PostList? Read(JsonElement json) =>
        json.At("posts").ValueKind == JsonValueKind.Array ? new([.. json.Items("posts").Select(Post.Read).OfType<Post>()]) : null;
}

/// <summary>One entry of an account's feed.</summary>
/// <param name="Post">The post.</param>
/// <param name="IsRepost">True when the account passed on another's post.</param>
public sealed record FeedItem(Post Post, bool IsRepost);

/// <summary>A page of an account's feed.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Cursor">Asks for the next page; null at the end.</param>
public sealed record FeedPage(IReadOnlyList<FeedItem> Items, string? Cursor)
{
    internal static FeedPage? Read(JsonElement json)
    {
        if (json.At("feed").ValueKind != JsonValueKind.Array) return null;
        var items = new List<FeedItem>();
        foreach (var item in json.Items("feed"))
            if (Post.Read(item.At("post")) is { } post) items.Add(new(post, item.At("reason").Text("$type") == "app.bsky.feed.defs#reasonRepost"));
        return new(items, json.Text("cursor"));
    }
}

/// <summary>A record as its server keeps it.</summary>
/// <param name="Ref">Address and content hash.</param>
/// <param name="Json">The record as the server writes it: same content as was put, keys perhaps in another order.</param>
public sealed record StoredRecord(RecordRef Ref, string Json)
{
    internal static StoredRecord? Read(JsonElement json) =>
        RecordRef.TryParse(json.Text("uri"), json.Text("cid"), out var found) && json.At("value").IsObject()
            ? new(found, json.At("value").GetRawText())
            : null;
}
