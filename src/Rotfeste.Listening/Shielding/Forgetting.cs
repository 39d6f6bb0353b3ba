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
        }
    }
}
