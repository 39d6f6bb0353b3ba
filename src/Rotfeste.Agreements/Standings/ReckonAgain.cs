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
    private const int AtOnce = 100;

    /// <returns>How many agreements there are, and how many of them stood otherwise.</returns>
    public async Task<(int All, int Mended)> RunAsync(CancellationToken cancellation)
    {
        var ids = await db.Set<Agreement>().OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellation);
        var mended = 0;

        // The next ones are read while the last are folded; the database is asked by one at a time.
        var folding = Task.FromResult<IReadOnlyList<Otherwise>>([]);
        foreach (var some in ids.Chunk(AtOnce))
        {
            var stored = await ReadAsync(some, cancellation);
            mended += await WriteAsync(await folding, cancellation);
            folding = Task.Run(() => Fold(stored), cancellation);
        }

        return (ids.Count, mended + await WriteAsync(await folding, cancellation));
    }

    private async Task<Stored> ReadAsync(AgreementId[] some, CancellationToken cancellation) => new(
        await db.Set<Agreement>().AsNoTracking().Where(a => some.Contains(a.Id)).ToListAsync(cancellation),
        (await db.Set<Place>().AsNoTracking().Where(p => some.Contains(p.Agreement)).ToListAsync(cancellation)).ToLookup(p => p.Agreement),
        (await db.Set<HappeningRow>().AsNoTracking().Where(h => some.Contains(h.Agreement))
            .OrderBy(h => h.Agreement).ThenBy(h => h.Number).ToListAsync(cancellation)).ToLookup(h => h.Agreement));

    private static IReadOnlyList<Otherwise> Fold(Stored stored) =>
        [.. stored.Agreements.AsParallel().Select(a => Fold(a, [.. stored.Places[a.Id]], stored.Rows[a.Id])).OfType<Otherwise>()];

    private static Otherwise? Fold(Agreement agreement, IReadOnlyList<Place> stood, IEnumerable<HappeningRow> rows)
    {
        var history = History.Of(rows.Select(Reading.Parse));
        var reckoning = Reckoning.Of(agreement.Id, agreement.Subject, history);
        var standings = StandingsText.Write(reckoning);
        var places = Placing.Of(agreement, history, reckoning);
        return agreement.Standings == standings && stood.ToHashSet().SetEquals(places) ? null : new Otherwise(agreement, standings, stood, places);
    }

    private async Task<int> WriteAsync(IReadOnlyList<Otherwise> differing, CancellationToken cancellation)
    {
        foreach (var one in differing)
        {
            db.Attach(one.Agreement);
            one.Agreement.Grow(one.Agreement.Length, one.Agreement.Head, one.Standings);
            Placing.Write(db, one.Stood, one.Places);
        }

        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        return differing.Count;
    }

    private sealed record Stored(IReadOnlyList<Agreement> Agreements, ILookup<AgreementId, Place> Places, ILookup<AgreementId, HappeningRow> Rows);

    /// <summary>An agreement that stands otherwise than its history says.</summary>
    private sealed record Otherwise(Agreement Agreement, string Standings, IReadOnlyList<Place> Stood, IReadOnlyList<Place> Places);
}
