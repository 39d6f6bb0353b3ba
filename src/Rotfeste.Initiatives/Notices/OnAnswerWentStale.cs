using Microsoft.EntityFrameworkCore;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Stage = Rotfeste.Initiatives.Contracts.InitiativeStage;

namespace Rotfeste.Initiatives.Notices;

/// <summary>A date ended somebody's answer: they are asked whether it still holds. What a new version asks again is told when it is published.</summary>
internal sealed class OnAnswerWentStale(AppDb db, Notify notify) : IOn<AnswerWentStale>
{
    public async Task HandleAsync(IReadOnlyList<AnswerWentStale> facts, CancellationToken cancellation)
    {
        var ended = facts.Where(f => f.Subject.Kind == InitiativeSubject.Kind && f.Cause is StaleCause.LookAgainPassed or StaleCause.PeriodOver);
        foreach (var group in ended.GroupBy(f => f.Subject.Id))
        {
            var id = InitiativeId.From(group.Key);
            if (await db.Set<Initiative>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancellation) is not { Stage: not Stage.Ended } initiative)
                continue;
            var notice = new Notice(
                "initiative-date-passed", [initiative.Title], $"initiatives/{initiative.Id}/answer", NoticeUrgency.Calm, Key: $"initiative-{initiative.Id}");
            await notify.TellAsync([.. group.Select(f => f.Person).Distinct()], notice, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
