using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Posts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Listening.Addressing;

/// <summary>Tells that a post addressed us, once for each organisation, post and channel.</summary>
internal sealed class Telling(AppDb db, FactLog facts)
{
    private readonly HashSet<(PostId, ChannelId)> told = [];

    /// <summary>Within the caller's unit of work. An erased post is not told of: there is nothing left to answer.</summary>
    public async Task TellAsync(KeptPost post, ChannelId channel, AccountEventKind kind, CancellationToken cancellation)
    {
        if (post.Erased is not null || !told.Add((post.Id, channel)))
            return;
        var isNew = db.Entry(post).State == EntityState.Added;
        if (!isNew && await db.Set<Addressed>().AnyAsync(a => a.Post == post.Id && a.Channel == channel, cancellation))
            return;

        db.Add(new Addressed { Organisation = post.Organisation, Post = post.Id, Channel = channel, Kind = kind, At = post.CreatedAt });
        facts.Tell(new PostAddressedUs(post.Organisation, post.Id, channel, kind, post.CreatedAt));
    }
}
