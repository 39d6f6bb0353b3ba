using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Labels;
using Rotfeste.Listening.Likes;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Shielding;
using Rotfeste.Listening.Timelines;
using Rotfeste.Listening.Volumes;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Listening.Mentions;

/// <summary>Makes a post that searches found into a mention, once, in the caller's unit of work.</summary>
internal sealed class MentionFinding(
    AppDb db, FactLog facts, MentionNews news, Counting counting, Likening likening, CountedOnly countedOnly, IClock clock)
{
    private readonly Dictionary<PostId, Found> made = [];
    private readonly HashSet<PostId> countedOnlyHere = [];

    /// <summary>The mention of a post gets these searches as hits; what it had already changes nothing.</summary>
    public Task FindAsync(KeptPost post, IReadOnlyList<SearchId> searches, CancellationToken cancellation) =>
        FindAsync(post, searches, evenWithoutHit: false, cancellation);

    /// <summary>The same; with <paramref name="evenWithoutHit"/> it becomes a mention though no search hit.</summary>
    public async Task FindAsync(KeptPost post, IReadOnlyList<SearchId> searches, bool evenWithoutHit, CancellationToken cancellation)
    {
        if (post.Erased == ErasedBecause.Private && searches.Count > 0 && db.Entry(post).State == EntityState.Detached && countedOnlyHere.Add(post.Id))
            countedOnly.Count(db, post, searches, counting);
        if (post.Erased is not null || (searches.Count == 0 && !evenWithoutHit))
            return;

        if (!made.TryGetValue(post.Id, out var found))
            made[post.Id] = found = await KnownAsync(post, cancellation) ?? await MakeAsync(post, searches, cancellation);
        var more = searches.Where(found.Searches.Add).ToList();
        var labels = more.Count == 0 || db.Entry(found.Mention).State == EntityState.Added ? [] : await MentionLabel.OfAsync(db, found.Mention.Id, cancellation);
        foreach (var search in more)
        {
            db.Add(new Hit { Mention = found.Mention.Id, Search = search, Organisation = post.Organisation, At = found.Mention.At });
            counting.Add(found.Mention, search, labels);
        }
    }

    private async Task<Found?> KnownAsync(KeptPost post, CancellationToken cancellation)
    {
        if (db.Entry(post).State == EntityState.Added)
            return null;
        var mention = await db.Set<Mention>()
            .FirstOrDefaultAsync(m => m.Organisation == post.Organisation && m.Post == post.Id, cancellation);
        if (mention is null)
            return null;
        var had = await db.Set<Hit>().AsNoTracking().Where(h => h.Mention == mention.Id).Select(h => h.Search).ToListAsync(cancellation);
        return new Found(mention, [.. had]);
    }

    private async Task<Found> MakeAsync(KeptPost post, IReadOnlyList<SearchId> searches, CancellationToken cancellation)
    {
        var like = await likening.OfAsync(post, cancellation);
        var mention = new Mention
        {
            Id = new MentionId(Guid.CreateVersion7()),
            Organisation = post.Organisation,
            Post = post.Id,
            At = post.CreatedAt,
            FoundAt = clock.GetCurrentInstant(),
            LikeGroup = like.Group,
            IsFirst = like.IsFirst,
        };
        post.TellLanguage();
        if (LookAgain.IsNeeded(post))
            post.LookAgain(LookAgain.Next(mention.FoundAt, mention.FoundAt));
        mention.Tell(post.Network, post.Language!);
        if (like.DismissedBy is { } by)
            mention.Dismiss(by, mention.FoundAt);
        db.Add(mention);
        counting.Add(mention, HourCount.All);
        facts.Tell(new MentionFound(post.Organisation, mention.Id, post.Id, [.. searches.Distinct()], mention.At));
        db.AfterCommit(() => news.Tell(post.Organisation));
        return new Found(mention, []);
    }

    private sealed record Found(Mention Mention, HashSet<SearchId> Searches);
}
