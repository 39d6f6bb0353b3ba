using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Mentions;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Listening.Posts;

/// <summary>Erases what is gone at the network, in the caller's unit of work and within the organisations it sees.</summary>
internal sealed class Erasing(AppDb db, FactLog facts, DueWork due, MentionNews news, IClock clock, IEnumerable<BeforeErasure> before, IServiceProvider services)
{
    public async Task OfPostsAsync(IReadOnlyCollection<string> uris, ErasedBecause because, CancellationToken cancellation)
    {
        foreach (var some in uris.Distinct(StringComparer.Ordinal).Chunk(200))
        {
            // Rows made in this unit of work are not in the database yet.
            var made = db.Set<KeptPost>().Local.Where(p => some.Contains(p.Uri)).ToList();
            var stored = await db.Set<KeptPost>().Where(p => p.Erased == null && some.Contains(p.Uri)).ToListAsync(cancellation);
            await EraseAsync(made.Union(stored), because, cancellation);
        }
    }

    public async Task OfAuthorsAsync(IReadOnlyCollection<string> accounts, CancellationToken cancellation)
    {
        foreach (var some in accounts.Where(a => a.Length > 0).Distinct(StringComparer.Ordinal).Chunk(200))
        {
            var made = db.Set<KeptPost>().Local.Where(p => some.Contains(p.AuthorAccount)).ToList();
            var stored = await db.Set<KeptPost>().Where(p => p.Erased == null && some.Contains(p.AuthorAccount)).ToListAsync(cancellation);
            await EraseAsync(made.Union(stored), ErasedBecause.AccountGone, cancellation);
        }
    }

    /// <summary>These rows; they are in the database already.</summary>
    public async Task OfIdsAsync(IReadOnlyCollection<PostId> posts, ErasedBecause because, CancellationToken cancellation)
    {
        foreach (var some in posts.Chunk(200))
            await EraseAsync(await db.Set<KeptPost>().Where(p => some.Contains(p.Id)).ToListAsync(cancellation), because, cancellation);
    }

    private async Task EraseAsync(IEnumerable<KeptPost> rows, ErasedBecause because, CancellationToken cancellation)
    {
        var going = rows.Where(r => r.Erased is null).ToList();
        foreach (var some in going.GroupBy(r => r.Organisation))
        {
            foreach (var keeper in before)
                await keeper.KeepAsync(services, some.Key, [.. some.Select(r => r.ToStored())], because, cancellation);
        }

        foreach (var row in going)
        {
            var pictures = row.Pictures.Select(p => p.Address).Where(a => a.Length > 0).ToList();
            if (!row.Erase(because))
                continue;
            if (pictures.Count > 0)
                await due.ScheduleAsync(new ForgetPicturesJob(row.Organisation, pictures), clock.GetCurrentInstant(), key: null, cancellation);
            facts.Tell(new PostErased(row.Organisation, row.Id, because, clock.GetCurrentInstant()));
            var organisation = row.Organisation;
            db.AfterCommit(() => news.Tell(organisation));
        }
    }
}
