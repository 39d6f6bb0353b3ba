using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Posts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Listening.Addressing;

/// <summary>A network told one of our accounts of a post: it is stored here, and told on once.</summary>
internal sealed class OnAccountEventReceived(AppDb db, AccountEvents events, Keeping keeping, Telling telling, ConnectedChannels channels)
    : IOn<AccountEventReceived>
{
    public async Task HandleAsync(IReadOnlyList<AccountEventReceived> facts, CancellationToken cancellation)
    {
        var organisation = facts[0].Organisation;
        var found = await events.FindAsync([.. facts.Select(f => f.Event)], cancellation);
        var told = found.Where(e => e.Post is not null && e.Kind != AccountEventKind.Other).ToList();
        if (told.Count == 0)
            return;

        var ours = (await channels.AllAsync(cancellation)).Select(c => c.Account).ToHashSet(StringComparer.Ordinal);
        await keeping.LoadAsync([.. told.Select(e => e.Post!.Uri)], cancellation);
        foreach (var one in told)
        {
            var isOurs = ours.Contains(one.Post!.Author.Account);
            var post = await keeping.KeepAsync(organisation, one.Post, isOurs, cancellation);
            if (post.Erased == ErasedBecause.Private)
                await events.EraseAsync([one.Post.Uri], cancellation);
            if (!isOurs)
                await telling.TellAsync(post, one.Channel, one.Kind, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
