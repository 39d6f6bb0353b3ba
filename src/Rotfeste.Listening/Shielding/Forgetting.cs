using Microsoft.EntityFrameworkCore;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Shielding;

/// <summary>Erases posts that lie here of an account that turns out to be kept private, and takes them off the lists.</summary>
internal sealed class Forgetting(AppDb db, Erasing erasing)
{
    /// <summary>In the caller's unit of work, of posts of one organisation.</summary>
    public async Task ForgetAsync(IReadOnlyCollection<PostId> posts, CancellationToken cancellation)
    {
        await erasing.OfIdsAsync(posts, ErasedBecause.Private, cancellation);
        foreach (var some in posts.Chunk(200))
        {
            var mentions = await db.Set<Mention>().Where(m => some.Contains(m.Post)).ToListAsync(cancellation);
            var ids = mentions.ConvertAll(m => m.Id);
            db.RemoveRange(await db.Set<Hit>().Where(h => ids.Contains(h.Mention)).ToListAsync(cancellation));
            db.RemoveRange(mentions);
            foreach (var first in mentions.Where(m => m.IsFirst))
                await LeadAsync(first, ids, cancellation);
        }
    }

    // The next one that says the same stands in the list from now on.
    private async Task LeadAsync(Mention gone, List<MentionId> goneToo, CancellationToken cancellation)
    {
        var next = await db.Set<Mention>().Where(m => m.Organisation == gone.Organisation && m.LikeGroup == gone.LikeGroup && !goneToo.Contains(m.Id))
            .OrderBy(m => m.At).ThenBy(m => m.Id).FirstOrDefaultAsync(cancellation);
        next?.IsFirst = true;
    }
}
