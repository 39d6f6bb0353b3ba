using Microsoft.EntityFrameworkCore;
using Rotfeste.Initiatives.Dangers;
using Rotfeste.Initiatives.Overviews;
using Rotfeste.Initiatives.Pages;
using Rotfeste.Initiatives.Questions;
using Rotfeste.Initiatives.UrgentPosts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Initiatives.Tables;

/// <summary>What waits for one person, and the danger nearest to them.</summary>
internal sealed record Laid(IReadOnlyList<Wait> Waits, InitiativeState? Endangered, Danger? Danger);

/// <summary>Reads what lies on a person's table, on the page as in the weekly notice.</summary>
internal sealed class TableGrounds(AppDb db, Concerning concerning, UrgentPostNotices urgent)
{
    public async Task<Laid> ReadAsync(PersonId person, CancellationToken cancellation)
    {
        var all = await concerning.RunningAsync(person, cancellation);
        var questions = await db.Set<LeaderQuestion>().AsNoTracking().Where(q => q.Leader == person && q.AnsweredAt == null)
            .OrderBy(q => q.Id).ToListAsync(cancellation);
        var nearest = TableRules.Nearest(all, person);
        var waits = TableRules.Waits(all, questions, person).Concat(await UrgentAsync(person, cancellation)).OrderBy(w => w.Kind);
        return new Laid([.. waits], nearest?.State, nearest?.Danger);
    }

    private async Task<IEnumerable<Wait>> UrgentAsync(PersonId person, CancellationToken cancellation)
    {
        var waits = new List<Wait>();
        foreach (var post in await db.Set<UrgentPost>().AsNoTracking().Where(p => p.ExplainedAt == null).OrderBy(p => p.At).ToListAsync(cancellation))
        {
            if (post.By == person || await urgent.LeaderOfAsync(post, cancellation) == person)
                waits.Add(new Wait(WaitKind.Explain, null, null, post));
        }

        return waits;
    }
}
