using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Listening.Posts;

/// <summary>A post's raw event at the account that was told of it goes with the post.</summary>
internal sealed class OnPostErased(AppDb db, AccountEvents events) : IOn<PostErased>
{
    public async Task HandleAsync(IReadOnlyList<PostErased> facts, CancellationToken cancellation)
    {
        var posts = facts.Select(f => f.Post).Distinct().ToList();
        var uris = await db.Set<KeptPost>().AsNoTracking().Where(p => posts.Contains(p.Id)).Select(p => p.Uri).ToListAsync(cancellation);
        await events.EraseAsync(uris, cancellation);
    }
}
