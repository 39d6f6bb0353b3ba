using Rotfeste.Channels.Contracts;
using Rotfeste.Networks.Bluesky.Posts;

namespace Rotfeste.Channels.Bluesky;

/// <summary>A thread as this room tells of it.</summary>
internal static class ThreadReading
{
    public static ThreadAnswer Of(PostThread thread) => new(
        [.. thread.Nodes.Select(n => n.Post).OfType<Post>().Select(PostReading.Of).DistinctBy(p => p.Uri)],
        [.. thread.Nodes.Where(n => n.Post is null).Select(n => n.Uri?.ToString()).OfType<string>().Distinct(StringComparer.Ordinal)],
        null);
}
