using System.Text.Json;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Bluesky.Posts;

/// <summary>Whether a place in a thread can be shown.</summary>
public enum ThreadNodeState
{
    /// <summary>The post is there.</summary>
    Shown,

    /// <summary>Deleted or never there.</summary>
    NotFound,

    /// <summary>Its author blocks the reader, or the other way.</summary>
    Blocked,

    /// <summary>Of a kind, or so broken, that it cannot be read.</summary>
    Unreadable,
}

/// <summary>One place in a thread.</summary>
/// <param name="Uri">The post's address; null only when unreadable.</param>
/// <param name="Depth">0 for the post asked for, negative above it, positive below.</param>
/// <param name="State">Whether it can be shown.</param>
/// <param name="Post">The post, exactly when shown.</param>
public sealed record ThreadNode(AtUri? Uri, int Depth, ThreadNodeState State, Post? Post);

/// <summary>A thread laid flat: oldest ancestor first, then the post asked for, then each reply followed by its own replies.</summary>
/// <param name="Nodes">At most 2,000; those read first are kept.</param>
public sealed record PostThread(IReadOnlyList<ThreadNode> Nodes)
{
    private const int Most = 2_000;

    /// <summary>The post asked for.</summary>
    public ThreadNode Anchor => Nodes.First(n => n.Depth == 0);

    internal static PostThread? Read(JsonElement json)
    {
        var anchor = json.At("thread");
        if (!anchor.IsObject()) return null;
        var nodes = new List<ThreadNode>();
        for (var (above, depth) = (anchor.At("parent"), -1); above.IsObject() && nodes.Count < Most; depth--)
        {
            nodes.Add(ReadNode(above, depth));
            above = above.At("parent");
        }

        nodes.Reverse();
        var waiting = new Stack<(JsonElement Node, int Depth)>([(anchor, 0)]);
        while (waiting.TryPop(out var next) && (nodes.Count < Most || next.Depth == 0))
        {
            nodes.Add(ReadNode(next.Node, next.Depth));
            foreach (var reply in next.Node.Items("replies").Reverse()) waiting.Push((reply, next.Depth + 1));
        }

        return new(nodes);
    }

    private static ThreadNode ReadNode(JsonElement json, int depth)
    {
        if (Post.Read(json.At("post")) is { } post) return new(post.Ref.Uri, depth, ThreadNodeState.Shown, post);
        var uri = AtUri.TryParse(json.Text("uri"), out var parsed) ? parsed : null;
        return new(uri, depth, StateOf(json, uri), null);
    }

    private static ThreadNodeState StateOf(JsonElement json, AtUri? uri)
    {
        if (uri is not null && json.Flag("notFound") == true) return ThreadNodeState.NotFound;
        return uri is not null && json.Flag("blocked") == true ? ThreadNodeState.Blocked : ThreadNodeState.Unreadable;
    }
}
