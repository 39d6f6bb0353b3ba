using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Posts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Listening.Addressing;

/// <summary>Its author changed a post that addressed us: the new words lie here from now on.</summary>
internal sealed class OnAccountEventChanged(AppDb db, AccountEvents events, Keeping keeping) : IOn<AccountEventChanged>
{
    public async Task HandleAsync(IReadOnlyList<AccountEventChanged> facts, CancellationToken cancellation)
    {
        var found = await events.FindAsync([.. facts.Select(f => f.Event).Distinct()], cancellation);
        await keeping.LoadAsync([.. found.Select(e => e.Post?.Uri).OfType<string>()], cancellation);
        foreach (var one in found.Where(e => e.Post is not null))
            keeping.Find(facts[0].Organisation, one.Post!.Uri)?.Freshen(one.Post);
        await db.SaveChangesAsync(cancellation);
    }
}
