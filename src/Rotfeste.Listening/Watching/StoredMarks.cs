using Microsoft.EntityFrameworkCore;
using Rotfeste.Listening.Posts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Watching;

/// <summary>
/// Which posts and authors lie here, as hashes in memory: of the thousands of deletions a minute only those of ours reach
/// the database. It may name too many (then the database finds nothing), never too few.
/// </summary>
internal sealed class StoredMarks
{
    private readonly Lock gate = new();
    private readonly HashSet<ulong> posts = [];
    private readonly HashSet<ulong> authors = [];

    /// <summary>Adds what is stored; asked for once, before the stream is read.</summary>
    public async Task LoadAsync(AppDb db, CancellationToken cancellation)
    {
        var rows = db.Set<KeptPost>().AsNoTracking().Where(p => p.Erased == null)
            .Select(p => new { p.Uri, p.AuthorAccount }).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellation))
            Add(row.Uri, row.AuthorAccount);
    }

    /// <summary>Told before the row is written, so that no deletion falls between.</summary>
    public void Add(string uri, string author)
    {
        lock (gate)
        {
            posts.Add(Hash(uri));
            authors.Add(Hash(author));
        }
    }

    public bool MayHavePost(string uri)
    {
        var hash = Hash(uri);
        lock (gate)
            return posts.Contains(hash);
    }

    public bool MayHaveAuthor(string account)
    {
        var hash = Hash(account);
        lock (gate)
            return authors.Contains(hash);
    }

    // FNV-1a, 64 bits.
    internal static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in text)
            hash = (hash ^ unit) * 1099511628211UL;
        return hash;
    }
}
