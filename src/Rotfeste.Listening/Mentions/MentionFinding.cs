using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Volumes;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Listening.Mentions;

/// <summary>Makes a post that searches found into a mention, once, in the caller's unit of work.</summary>
internal sealed class MentionFinding(AppDb db, FactLog facts, MentionNews news, Counting counting, IClock clock)
{
    /// <summary>The mention of a post gets these searches as hits; what it had already changes nothing.</summary>
    public async Task FindAsync(KeptPost post, IReadOnlyList<SearchId> searches, CancellationToken cancellation)
    {
        if (post.Erased is not null || searches.Count == 0)
            return;

        var known = await KnownAsync(post, cancellation);
        var mention = known ?? Make(post, searches);
        var had = known is null ? [] : await db.Set<Hit>().Where(h => h.Mention == known.Id).Select(h => h.Search).ToListAsync(cancellation);
        foreach (var search in searches.Distinct().Except(had).Except(JustAdded(mention.Id)).ToList())
        {
            db.Add(new Hit { Mention = mention.Id, Search = search, Organisation = post.Organisation, At = mention.At });
            counting.Add(post.Organisation, search, mention.At);
        }
    }

    private async Task<Mention?> KnownAsync(KeptPost post, CancellationToken cancellation)
    {
        var made = db.Set<Mention>().Local.FirstOrDefault(m => m.Post == post.Id);
        if (made is not null || db.Entry(post).State == EntityState.Added)
            return made;
        return await db.Set<Mention>().FirstOrDefaultAsync(m => m.Organisation == post.Organisation && m.Post == post.Id, cancellation);
    }

    private Mention Make(KeptPost post, IReadOnlyList<SearchId> searches)
    {
        var mention = new Mention
        {
            Id = new MentionId(Guid.CreateVersion7()),
            Organisation = post.Organisation,
            Post = post.Id,
            At = post.CreatedAt,
            FoundAt = clock.GetCurrentInstant(),
        };
        db.Add(mention);
        counting.Add(post.Organisation, HourCount.All, mention.At);
        facts.Tell(new MentionFound(post.Organisation, mention.Id, post.Id, [.. searches.Distinct()], mention.At));
        db.AfterCommit(() => news.Tell(post.Organisation));
        return mention;
    }

    private IEnumerable<SearchId> JustAdded(MentionId mention) =>
        db.Set<Hit>().Local.Where(h => h.Mention == mention).Select(h => h.Search);
}
