using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>What is addressed to us becomes a conversation, or goes on with one.</summary>
internal sealed class OnPostAddressedUs(AppDb db, Posts posts, Arrivals arrivals) : IOn<PostAddressedUs>
{
    public async Task HandleAsync(IReadOnlyList<PostAddressedUs> facts, CancellationToken cancellation)
    {
        var stored = await posts.FindAsync([.. facts.Select(f => f.Post).Distinct()], cancellation);
        foreach (var fact in facts.OrderBy(f => f.At))
        {
            // Erased before we came to it: nothing was said to us any longer.
            if (stored.TryGetValue(fact.Post, out var post) && post is { Erased: null, IsOurs: false })
                await arrivals.ReceiveAsync(post, fact.Channel, null, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
