using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Platform.Undelivered;

/// <summary>What was given up after too many failures, and waits for a person to say "try again".</summary>
public sealed class StoppedWork(AppDb db, FactSignal facts, DueSignal due, IClock clock)
{
    /// <summary>How many facts and jobs of an organisation lie still.</summary>
    public async Task<int> CountAsync(OrganisationId organisation, CancellationToken cancellation) =>
        await Parked(organisation).CountAsync(cancellation) + await GivenUp(organisation).CountAsync(cancellation);

    /// <summary>The same, one row for each handler and kind of job, those that have lain longest first.</summary>
    internal async Task<IReadOnlyList<UndeliveredRow>> ListAsync(OrganisationId organisation, CancellationToken cancellation)
    {
        var parked = await Parked(organisation)
            .Select(h => new { h.Handler, h.Fact, h.ParkedAt, h.LastError }).ToListAsync(cancellation);
        var oldest = parked.GroupBy(h => h.Handler).Select(g => g.Min(h => h.Fact)).ToList();
        var happened = await db.Set<FactRow>().Where(f => oldest.Contains(f.Id)).ToDictionaryAsync(f => f.Id, f => f.At, cancellation);
        var jobs = await GivenUp(organisation)
            .Select(r => new { r.Job, r.ParkedAt, r.LastReason }).ToListAsync(cancellation);
        return
        [
            .. parked.GroupBy(h => h.Handler).Select(g => new UndeliveredRow(
                g.Key, g.Count(), happened[g.Min(h => h.Fact)], g.MaxBy(h => h.ParkedAt)!.LastError ?? ""))
            .Concat(jobs.GroupBy(r => r.Job).Select(g => new UndeliveredRow(
                g.Key, g.Count(), g.Min(r => r.ParkedAt)!.Value, g.MaxBy(r => r.ParkedAt)!.LastReason ?? "")))
            .OrderBy(r => r.Since),
        ];
    }

    /// <summary>Has the facts of one handler, or the jobs of one name, tried again at once.</summary>
    internal Task TryAgainAsync(OrganisationId organisation, string name, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        db.WakeAfterCommit(facts);
        db.WakeAfterCommit(due);
        return db.WriteAsync(
            async () =>
            {
                await Parked(organisation).Where(h => h.Handler == name).ExecuteUpdateAsync(
                    s => s.SetProperty(h => h.ParkedAt, (Instant?)null).SetProperty(h => h.Tries, 0).SetProperty(h => h.RetryAt, now),
                    cancellation);
                await GivenUp(organisation).Where(r => r.Job == name).ExecuteUpdateAsync(
                    s => s.SetProperty(r => r.ParkedAt, (Instant?)null).SetProperty(r => r.Tries, 0).SetProperty(r => r.RunAt, now).SetProperty(r => r.PlannedAt, now),
                    cancellation);
            },
            cancellation);
    }

    private IQueryable<HeldFact> Parked(OrganisationId organisation) =>
        db.Set<HeldFact>().Where(h => h.Organisation == organisation && h.ParkedAt != null);

    private IQueryable<DueRow> GivenUp(OrganisationId organisation) =>
        db.Set<DueRow>().Where(r => r.Organisation == organisation && r.ParkedAt != null);
}
