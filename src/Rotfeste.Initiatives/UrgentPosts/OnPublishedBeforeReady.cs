using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Contracts;
using Rotfeste.Initiatives.Carriers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Initiatives.UrgentPosts;

/// <summary>Something urgent went out: whoever sent it, and the accountable leader, are reminded to tell what it was.</summary>
internal sealed class OnPublishedBeforeReady(AppDb db, UrgentPostNotices notices) : IOn<PublishedBeforeReady>
{
    public async Task HandleAsync(IReadOnlyList<PublishedBeforeReady> facts, CancellationToken cancellation)
    {
        foreach (var fact in facts.Where(f => f.IsUrgent))
        {
            var carried = await db.Set<CarriedChannel>().FirstOrDefaultAsync(c => c.Channel == fact.Channel, cancellation);
            var post = UrgentPost.Of(fact, carried?.Initiative);
            db.Add(post);
            await notices.AskAsync(post, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
