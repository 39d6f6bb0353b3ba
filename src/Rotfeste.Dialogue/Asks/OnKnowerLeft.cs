using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Subjects;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Dialogue.Asks;

/// <summary>Somebody left: what they said that they know goes with them, and what they were asked goes on.</summary>
internal sealed class OnKnowerLeft(AppDb db, Asking asking, DueWork due, IClock clock) : IOn<PersonLeft>
{
    public async Task HandleAsync(IReadOnlyList<PersonLeft> facts, CancellationToken cancellation)
    {
        var people = facts.Select(f => f.Person).ToList();
        db.RemoveRange(await db.Set<Knowing>().Where(k => people.Contains(k.Person)).ToListAsync(cancellation));
        var open = await db.Set<Ask>().Where(a => people.Contains(a.Asked) && a.State == AskState.Open).ToListAsync(cancellation);
        foreach (var ask in open.Where(a => a.End(AskState.WentOn, clock.GetCurrentInstant())))
        {
            await due.WithdrawAsync<GoOnJob>(GoOnJob.KeyOf(ask.Id), cancellation);
            await asking.GoOnAsync(ask, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
