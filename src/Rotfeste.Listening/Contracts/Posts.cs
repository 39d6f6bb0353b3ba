using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Contracts;

/// <summary>A stored post. Text, author's names, links and pictures are empty once erased.</summary>
/// <param name="Id">Our id.</param>
/// <param name="Post">What the network said.</param>
/// <param name="IsOurs">Written by one of the organisation's own accounts.</param>
/// <param name="Erased">Why its text is gone, or null.</param>
/// <param name="AuthorKey">Keyed hash of the author's account: equal for equal authors within the organisation.</param>
/// <param name="StoredAt">When it came here.</param>
public sealed record StoredPost(PostId Id, NetworkPost Post, bool IsOurs, ErasedBecause? Erased, string AuthorKey, Instant StoredAt);

/// <summary>The organisation's stored posts: the one place where words from outside lie, and are erased.</summary>
public sealed class Posts(AppDb db)
{
    /// <summary>The named ones.</summary>
    public Task<IReadOnlyDictionary<PostId, StoredPost>> FindAsync(IReadOnlyCollection<PostId> posts, CancellationToken cancellation) => throw new NotImplementedException(db.ToString());

    /// <summary>All stored posts of a thread, by the uri of its first post, oldest first; at most <paramref name="most"/>.</summary>
    public Task<IReadOnlyList<StoredPost>> ThreadAsync(string rootUri, int most, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>
    /// Order: keep these posts of a thread as context, and watch for their deletion. Known ones are freshened (names,
    /// likes), erased ones stay erased. Written in the caller's unit of work.
    /// </summary>
    public Task<IReadOnlyList<PostId>> KeepAsync(IReadOnlyList<NetworkPost> posts, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Order: these are gone at the network; erase their text. Written in the caller's unit of work.</summary>
    public Task EraseAsync(IReadOnlyCollection<string> uris, CancellationToken cancellation) => throw new NotImplementedException();
}
