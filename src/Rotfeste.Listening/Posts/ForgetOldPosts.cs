using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Addressing;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Mentions;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Posts;

/// <summary>Erases mentions that nobody took into dialogue within half a year; the counts stay.</summary>
internal sealed class ForgetOldPosts(AppDb db, Erasing erasing, IClock clock)
{
    public static readonly Duration Kept = Duration.FromDays(180);
    private const int Most = 500;

    /// <summary>Some of them, over all organisations; true when there may be more.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        db.Current.ChooseWholeInstallation();
        var old = clock.GetCurrentInstant() - Kept;
        var found = new List<PostId>();
        await db.WriteAsync(
            async () =>
            {
                found = await Forgettable(old).Take(Most).ToListAsync(cancellation);
                await erasing.OfIdsAsync(found, ErasedBecause.TooOld, cancellation);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        return found.Count == Most;
    }

    // Not what was taken into dialogue, what addressed us, or what stands in a thread where somebody did.
    private IQueryable<PostId> Forgettable(Instant old) => db.Set<Mention>()
        .Where(m => m.FoundAt < old && m.TakenAt == null)
        .Join(db.Set<KeptPost>().Where(p => p.Erased == null && p.StoredAt < old), m => m.Post, p => p.Id, (m, p) => p)
        .Where(p => !db.Set<Addressed>().Join(db.Set<KeptPost>(), a => a.Post, q => q.Id, (a, q) => q)
            .Any(q => q.Organisation == p.Organisation
                && (q.Id == p.Id || q.RootUri == p.Uri || (p.RootUri != null && (q.RootUri == p.RootUri || q.Uri == p.RootUri)))))
        .Select(p => p.Id);
}
