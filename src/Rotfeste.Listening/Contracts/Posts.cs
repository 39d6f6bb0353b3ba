using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Volumes;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Contracts;

/// <summary>A stored post. Text, author's names, links and pictures are empty once erased.</summary>
/// <param name="Id">Our id.</param>
/// <param name="Post">What the network said.</param>
/// <param name="IsOurs">Written by one of the organisation's own accounts.</param>
/// <param name="Erased">Why its text is gone, or null.</param>
/// <param name="AuthorKey">Keyed hash of the author's account: equal for equal authors within the organisation.</param>
/// <param name="StoredAt">When it came here.</param>
public sealed record StoredPost(PostId Id, NetworkPost Post, bool IsOurs, ErasedBecause? Erased, string AuthorKey, Instant StoredAt)
{
    /// <summary>When its author's newer words were seen; null while the first ones stand.</summary>
    public Instant? ChangedAt { get; init; }
}

/// <summary>The organisation's stored posts: the one place where words from outside lie, and are erased.</summary>
public sealed class Posts
{
    private readonly AppDb db;
    private readonly Keeping keeping;
    private readonly Renewing renewing;
    private readonly Counting counting;
    private readonly Erasing erasing;
    private readonly ConnectedChannels channels;
    private readonly KnownPosts known;
    private readonly KnownThreads threads;

    internal Posts(
        AppDb db, Keeping keeping, Renewing renewing, Counting counting, Erasing erasing, ConnectedChannels channels, KnownPosts known, KnownThreads threads)
    {
        (this.db, this.keeping, this.renewing, this.counting) = (db, keeping, renewing, counting);
        (this.erasing, this.channels, this.known, this.threads) = (erasing, channels, known, threads);
    }

    /// <summary>The named ones.</summary>
    public async Task<IReadOnlyDictionary<PostId, StoredPost>> FindAsync(IReadOnlyCollection<PostId> posts, CancellationToken cancellation)
    {
        return await known.GetManyAsync(db, posts, async missing =>
            (await db.Set<KeptPost>().AsNoTracking().Where(p => missing.Contains(p.Id)).ToListAsync(cancellation))
            .ToDictionary(p => p.Id, p => p.ToStored()));
    }

    /// <summary>The stored post that a copied link leads to; null where none lies here.</summary>
    public async Task<PostId?> FindLinkedAsync(LinkedPost link, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(link);
        return await LinkedPosts.FindAsync(db, link, cancellation);
    }

    /// <summary>All stored posts of a thread, by the uri of its first post, oldest first; at most <paramref name="most"/>, the newest of them.</summary>
    public Task<IReadOnlyList<StoredPost>> ThreadAsync(string rootUri, int most, CancellationToken cancellation) =>
        ThreadAsync(rootUri, most, 0, cancellation);

    /// <summary>The same from further back: without the newest <paramref name="back"/> posts.</summary>
    public async Task<IReadOnlyList<StoredPost>> ThreadAsync(string rootUri, int most, int back, CancellationToken cancellation) =>
        await threads.GetAsync(db, (rootUri, most, back), () => ReadThreadAsync(rootUri, most, back, cancellation));

    /// <summary>Those kept as words: how they are found.</summary>
    public static FullText Words { get; } = new("listening_posts", "Id", "CreatedAt", "Text", "AuthorName", "AuthorHandle");

    /// <summary>The newest posts in which every word, or a longer one, stands in the text or the author's name; erased ones have no words.</summary>
    public async Task<IReadOnlyList<PostId>> SearchAsync(string words, int most, CancellationToken cancellation) =>
        [.. (await Words.SearchAsync(db, words, most, cancellation)).Select(PostId.From)];

    /// <summary>
    /// Order: keep these posts of a thread as context, and watch for their deletion. Known ones are freshened (names,
    /// likes), erased ones stay erased, and those of accounts that a colleague keeps private are left out. Written in the caller's unit of work.
    /// The ids come in the order given.
    /// </summary>
    public async Task<IReadOnlyList<PostId>> KeepAsync(IReadOnlyList<NetworkPost> posts, CancellationToken cancellation)
    {
        var organisation = db.Current.Value ?? throw new InvalidOperationException("Posts are kept for one organisation.");
        var ours = (await channels.AllAsync(cancellation)).Select(c => c.Account).ToHashSet(StringComparer.Ordinal);
        await keeping.LoadAsync([.. posts.Select(p => p.Uri)], cancellation);
        var ids = new List<PostId>(posts.Count);
        foreach (var post in posts)
        {
            var kept = await keeping.KeepAsync(organisation, post, ours.Contains(post.Author.Account), cancellation);
            if (db.Entry(kept).State != EntityState.Detached)
                ids.Add(kept.Id);
        }

        await renewing.RunAsync(keeping.Renewed, cancellation);
        await counting.WriteAsync(cancellation);
        return ids;
    }

    /// <summary>Order: these are gone at the network; erase their text. Written in the caller's unit of work.</summary>
    public Task EraseAsync(IReadOnlyCollection<string> uris, CancellationToken cancellation) =>
        erasing.OfPostsAsync(uris, ErasedBecause.Deleted, cancellation);

    /// <summary>Order: the time of these is over; their words go. Written in the caller's unit of work.</summary>
    public Task ForgetAsync(IReadOnlyCollection<PostId> posts, CancellationToken cancellation) =>
        erasing.OfIdsAsync(posts, ErasedBecause.TooOld, cancellation);

    private async Task<IReadOnlyList<StoredPost>> ReadThreadAsync(string rootUri, int most, int back, CancellationToken cancellation)
    {
        var rows = await db.Set<KeptPost>().AsNoTracking().Where(p => p.RootUri == rootUri || p.Uri == rootUri)
            .OrderByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id).Skip(back).Take(most).ToListAsync(cancellation);
        rows.Reverse();
        return [.. rows.Select(p => p.ToStored())];
    }
}
