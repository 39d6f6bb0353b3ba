using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Likes;

/// <summary>Which other mentions say the same as a post.</summary>
/// <param name="Group">Shared by those that say the same.</param>
/// <param name="IsFirst">Nobody said it before.</param>
/// <param name="DismissedBy">Who said that the likes of it are not for us, or null.</param>
internal readonly record struct Like(Guid Group, bool IsFirst, PersonId? DismissedBy);

/// <summary>Finds those that say the same, exactly or nearly, among the mentions of the last two days.</summary>
internal sealed class Likening(AppDb db, LikeMemory memory, IClock clock)
{
    private readonly Dictionary<Guid, (bool HasFirst, PersonId? DismissedBy)> looked = [];

    public async Task<Like> OfAsync(KeptPost post, CancellationToken cancellation)
    {
        var own = OwnGroup(post);
        if (post.Text.Length == 0)
            return new(own, IsFirst: true, null);
        if (!memory.Knows(post.Organisation))
            memory.Load(post.Organisation, await StoredAsync(post.Organisation, cancellation));
        var group = memory.Add(post.Organisation, own, post.Text, clock.GetCurrentInstant());
        if (group == own)
            return new(own, IsFirst: true, null);

        // The first one may have been found in a batch that was never stored.
        var (hasFirst, dismissedBy) = looked.TryGetValue(group, out var known) ? known : looked[group] = await LookAsync(post.Organisation, group, cancellation);
        looked[group] = (true, dismissedBy);
        return new(group, !hasFirst, dismissedBy);
    }

    // Made of what the post is, so that a batch that is written again makes no other.
    private static Guid OwnGroup(KeptPost post) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{post.Organisation} {post.Uri}")).AsSpan(0, 16));

    private async Task<List<(Guid, string, Instant)>> StoredAsync(OrganisationId organisation, CancellationToken cancellation)
    {
        var since = clock.GetCurrentInstant() - LikeMemory.Window;
        var rows = await db.Set<Mention>().AsNoTracking().Where(m => m.Organisation == organisation && m.At >= since && m.FoundAt >= since)
            .Join(db.Set<KeptPost>(), m => m.Post, p => p.Id, (m, p) => new { m.LikeGroup, p.Text, m.FoundAt })
            .OrderByDescending(r => r.FoundAt).Take(LikeMemory.Most).ToListAsync(cancellation);
        rows.Reverse();
        return [.. rows.Select(r => (r.LikeGroup, r.Text, r.FoundAt))];
    }

    private async Task<(bool HasFirst, PersonId? DismissedBy)> LookAsync(OrganisationId organisation, Guid group, CancellationToken cancellation)
    {
        var hasFirst = db.Set<Mention>().Local.Any(m => m.LikeGroup == group && m.IsFirst)
            || await db.Set<Mention>().AnyAsync(m => m.Organisation == organisation && m.LikeGroup == group && m.IsFirst, cancellation);
        var dismissed = await db.Set<DismissedLike>().AsNoTracking()
            .FirstOrDefaultAsync(d => d.Organisation == organisation && d.LikeGroup == group, cancellation);
        return (hasFirst, dismissed?.By);
    }
}
