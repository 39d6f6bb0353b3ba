namespace Rotfeste.Listening.Watching;

/// <summary>
/// The last deletions of posts that were not stored here. A notification can arrive after the deletion of what it tells of;
/// such a post is born erased.
/// </summary>
internal sealed class RecentDeletions
{
    private const int Most = 20_000;
    private readonly Lock gate = new();
    private readonly Queue<ulong> order = new(Most);
    private readonly HashSet<ulong> hashes = [];

    public void Add(string uri)
    {
        var hash = StoredMarks.Hash(uri);
        lock (gate)
        {
            if (!hashes.Add(hash))
                return;
            if (order.Count == Most)
                hashes.Remove(order.Dequeue());
            order.Enqueue(hash);
        }
    }

    public bool Contains(string uri)
    {
        var hash = StoredMarks.Hash(uri);
        lock (gate)
            return hashes.Contains(hash);
    }
}
