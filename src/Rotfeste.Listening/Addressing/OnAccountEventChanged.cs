using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Volumes;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Listening.Addressing;

/// <summary>Its author changed a post that addressed us: the new words lie here from now on.</summary>
internal sealed class OnAccountEventChanged(AppDb db, AccountEvents events, Keeping keeping, Renewing renewing, Counting counting, IClock clock)
    : IOn<AccountEventChanged>
{
    public async Task HandleAsync(IReadOnlyList<AccountEventChanged> facts, CancellationToken cancellation)
    {
        var found = await events.FindAsync([.. facts.Select(f => f.Event).Distinct()], cancellation);
        await keeping.LoadAsync([.. found.Select(e => e.Post?.Uri).OfType<string>()], cancellation);
        foreach (var one in found.Where(e => e.Post is not null))
            keeping.Find(facts[0].Organisation, one.Post!.Uri)?.Freshen(one.Post, clock.GetCurrentInstant());
        await renewing.RunAsync(keeping.Renewed, cancellation);
        await counting.WriteAsync(cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
