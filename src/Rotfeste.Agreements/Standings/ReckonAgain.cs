using Microsoft.EntityFrameworkCore;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Places;
using Rotfeste.Agreements.Records;
using Rotfeste.Platform.Data;

namespace Rotfeste.Agreements.Standings;

/// <summary>
/// Computes every agreement's standings and places from its history and writes those that differ: after an upgrade, whose
/// rules or tables may be other ones. Runs for the whole installation, before anybody is let in.
/// </summary>
internal sealed class ReckonAgain(AppDb db)
{
    private const int AtOnce = 200;

    /// <returns>How many agreements there are, and how many of them stood otherwise.</returns>
    public async Task<(int All, int Mended)> RunAsync(CancellationToken cancellation)
    {
        var ids = await db.Set<Agreement>().OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellation);
        var mended = 0;
        foreach (var some in ids.Chunk(AtOnce))
        {
            mended += await ReckonAsync(some, cancellation);
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }

        return (ids.Count, mended);
    }

    private async Task<int> ReckonAsync(AgreementId[] some, CancellationToken cancellation)
    {
        var agreements = await db.Set<Agreement>().Where(a => some.Contains(a.Id)).ToListAsync(cancellation);
        var places = (await db.Set<Place>().AsNoTracking().Where(p => some.Contains(p.Agreement)).ToListAsync(cancellation)).ToLookup(p => p.Agreement);
        var rows = (await db.Set<HappeningRow>().AsNoTracking().Where(h => some.Contains(h.Agreement))
            .OrderBy(h => h.Agreement).ThenBy(h => h.Number).ToListAsync(cancellation)).ToLookup(h => h.Agreement);
        var mended = 0;
        foreach (var (agreement, standings, placed) in agreements.AsParallel().Select(a => Reckon(a, rows[a.Id])))
        {
            var stood = places[agreement.Id].ToList();
            if (agreement.Standings == standings && stood.ToHashSet().SetEquals(placed))
                continue;
            agreement.Grow(agreement.Length, agreement.Head, standings);
            Placing.Write(db, stood, placed);
            mended++;
        }

        return mended;
    }

    private static (Agreement Agreement, string Standings, IReadOnlyList<Place> Places) Reckon(Agreement agreement, IEnumerable<HappeningRow> rows)
    {
        var history = History.Of(rows.Select(Reading.Parse));
        var reckoning = Reckoning.Of(agreement.Id, agreement.Subject, history);
        return (agreement, StandingsText.Write(reckoning), Placing.Of(agreement, history, reckoning));
    }
}
