using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Posts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Listening.Addressing;

/// <summary>A post that addressed us is gone at its network: its words go here too.</summary>
internal sealed class OnAccountEventGone(AppDb db, AccountEvents events, Erasing erasing) : IOn<AccountEventGone>
{
    public async Task HandleAsync(IReadOnlyList<AccountEventGone> facts, CancellationToken cancellation)
    {
        var uris = await events.AddressesAsync([.. facts.Select(f => f.Event).Distinct()], cancellation);
        await erasing.OfPostsAsync(uris, ErasedBecause.Deleted, cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
