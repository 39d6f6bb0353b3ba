using Rotfeste.Listening.Watching;
using Rotfeste.Matching.Lines;
using Rotfeste.Networks.Jetstream;
using MatchHits = Rotfeste.Matching.Hits;

namespace Rotfeste.Listening.Streams;

/// <summary>
/// Looks at every event of the stream and lets through what concerns somebody here. Used by one thread; allocates next to
/// nothing for what falls through.
/// </summary>
internal sealed class Sieve(StoredMarks marks, RecentDeletions deletions, RecentPosts recent)
{
    private readonly MatchHits hits = new();
    private readonly PostLine line = new();

    /// <summary>What concerns us in an event, or null.</summary>
    public Find? Look(StreamEvent e, Watchlist watch) => e.Kind switch
    {
        StreamKind.Commit when e.IsPost => e.Operation == CommitOperation.Delete ? LookAtDeletion(e) : LookAtPost(e, watch),
        StreamKind.Account => LookAtAccount(e),
        StreamKind.Identity => LookAtIdentity(e),
        _ => null,
    };

    private GonePost? LookAtDeletion(StreamEvent e)
    {
        if (e.Uri?.ToString() is not { } uri)
            return null;
        recent.Forget(uri);
        if (marks.MayHavePost(uri))
            return new GonePost(e.TimeUs, uri);
        deletions.Add(uri);
        return null;
    }

    private GoneAuthor? LookAtAccount(StreamEvent e)
    {
        if (e.Standing is null or AccountStanding.Active)
            return null;
        recent.ForgetAuthor(e.Did.Value);
        return marks.MayHaveAuthor(e.Did.Value) ? new GoneAuthor(e.TimeUs, e.Did.Value) : null;
    }

    private RenamedAuthor? LookAtIdentity(StreamEvent e) =>
        e.NewHandle is { } handle && marks.MayHaveAuthor(e.Did.Value) ? new RenamedAuthor(e.TimeUs, e.Did.Value, handle.Value) : null;

    private FoundPost? LookAtPost(StreamEvent e, Watchlist watch)
    {
        if (e.Post is not { } post)
            return null;

        // One evaluator and one reading for the live stream, for ./run match and for what a preview is tried on.
        if (line.Read(e.Frame.Span, PostFormat.Jetstream) != LineKind.Post)
            return null;
        var matched = watch.Searches.Match(watch.HandleOf(e.Did) is { } handle ? line.Post with { Author = handle } : line.Post, hits);
        recent.Offer(line.Post, e, watch.Languages);
        var mayAddress = MayAddress(post, watch);
        var isChange = e.Operation == CommitOperation.Update;
        if (matched == 0 && !mayAddress && !isChange)
            return null;
        if (e.Uri?.ToString() is not { } uri)
            return null;

        var details = post.Details();
        var author = e.Did.Value;
        var addressed = mayAddress ? Addresses.In(details, author, watch) : [];
        var searches = Searches(watch, author);
        var isStored = isChange && marks.MayHavePost(uri);
        if (searches.Count == 0 && addressed.Count == 0 && !isStored)
            return null;

        marks.Add(uri, author);
        return new FoundPost(e.TimeUs, StreamPosts.ToNetworkPost(e, uri, author, post, details), isChange, searches, addressed);
    }

    private static bool MayAddress(StreamPost post, Watchlist watch)
    {
        foreach (var account in watch.OwnUtf8)
        {
            if (post.Holds(account))
                return true;
        }

        return false;
    }

    // Our own posts never come back as mentions.
    private List<SearchKey> Searches(Watchlist watch, string author)
    {
        var found = new List<SearchKey>(hits.Count);
        foreach (var ordinal in hits.Ordinals)
        {
            var search = watch.Searches.IdOf(ordinal);
            if (!watch.IsOurs(search.Organisation, author))
                found.Add(search);
        }

        return found;
    }
}
