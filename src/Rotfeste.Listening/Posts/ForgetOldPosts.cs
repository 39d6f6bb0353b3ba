using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Addressing;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Keepings;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Volumes;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Posts;

/// <summary>Erases mentions that nobody took into dialogue within the days that the organisation keeps words; the counts stay.</summary>
internal sealed class ForgetOldPosts(AppDb db, Erasing erasing, IClock clock)
{
    private const int Most = 500;

    /// <summary>Some of them, over all organisations; true when there may be more.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        db.Current.ChooseWholeInstallation();
        var now = clock.GetCurrentInstant();
        var chosen = await db.Set<KeptDays>().AsNoTracking().ToListAsync(cancellation);
        var organisations = chosen.ConvertAll(c => c.Organisation);
        var usual = db.Set<Mention>().Where(m => !organisations.Contains(m.Organisation));
        var hasMore = await EraseAsync(usual, now - Duration.FromDays(KeptDays.Usual), cancellation);
        foreach (var own in chosen)
            hasMore |= await EraseAsync(db.Set<Mention>().Where(m => m.Organisation == own.Organisation), now - Duration.FromDays(own.Days), cancellation);
        if (!hasMore)
            await ForgetStepsAsync(now - StepCount.Kept, cancellation);
        return hasMore;
    }

    private async Task<bool> EraseAsync(IQueryable<Mention> mentions, Instant old, CancellationToken cancellation)
    {
        var found = new List<PostId>();
        await db.WriteAsync(
            async () =>
            {
                found = await Forgettable(mentions, old).Take(Most).ToListAsync(cancellation);
                await erasing.OfIdsAsync(found, ErasedBecause.TooOld, cancellation);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        db.ChangeTracker.Clear();
        return found.Count == Most;
    }

    // Not what was taken into dialogue, what addressed us, or what stands in a thread where somebody did.
    private IQueryable<PostId> Forgettable(IQueryable<Mention> mentions, Instant old) => mentions
        .Where(m => m.FoundAt < old && m.TakenAt == null)
        .Join(db.Set<KeptPost>().Where(p => p.Erased == null && p.StoredAt < old), m => m.Post, p => p.Id, (m, p) => p)
        .Where(p => !db.Set<Addressed>().Join(db.Set<KeptPost>(), a => a.Post, q => q.Id, (a, q) => q)
            .Any(q => q.Organisation == p.Organisation
                && (q.Id == p.Id || q.RootUri == p.Uri || (p.RootUri != null && (q.RootUri == p.RootUri || q.Uri == p.RootUri)))))
        .Select(p => p.Id);

    private Task ForgetStepsAsync(Instant old, CancellationToken cancellation) => db.WriteAsync(
        () => db.Set<StepCount>().Where(c => c.Step < old).ExecuteDeleteAsync(cancellation), cancellation);
}
