using Microsoft.EntityFrameworkCore;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Dangers;
using Rotfeste.Initiatives.Pages;
using Rotfeste.Initiatives.Questions;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Stage = Rotfeste.Initiatives.Contracts.InitiativeStage;

namespace Rotfeste.Initiatives.Tables;

/// <summary>What waits for one person, and the danger nearest to them.</summary>
internal sealed record Laid(IReadOnlyList<Wait> Waits, InitiativeState? Endangered, Danger? Danger);

/// <summary>Reads what lies on a person's table, on the page as in the weekly notice.</summary>
internal sealed class TableGrounds(AppDb db, InitiativeStates states)
{
    public async Task<Laid> ReadAsync(PersonId person, CancellationToken cancellation)
    {
        var running = await db.Set<Initiative>().AsNoTracking().Where(i => i.Stage != Stage.Ended).OrderBy(i => i.LookAgainOn).ThenBy(i => i.Id)
            .ToListAsync(cancellation);
        var all = await states.OfAsync(running, cancellation);
        var questions = await db.Set<LeaderQuestion>().AsNoTracking().Where(q => q.Leader == person && q.AnsweredAt == null)
            .OrderBy(q => q.Id).ToListAsync(cancellation);
        var nearest = TableRules.Nearest(all, person);
        return new Laid(TableRules.Waits(all, questions, person), nearest?.State, nearest?.Danger);
    }
}
