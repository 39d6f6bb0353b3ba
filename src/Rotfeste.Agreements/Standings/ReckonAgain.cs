using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;
using Rotfeste.Agreements.Places;
using Rotfeste.Agreements.Records;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Agreements.Standings;

/// <summary>
/// Computes every agreement's standings and places from its history and writes those that differ: after an upgrade, whose
/// rules or tables may be other ones. Runs for the whole installation, before anybody is let in.
/// </summary>
internal sealed class ReckonAgain(AppDb db, IServiceScopeFactory scopes)
{
    private const int AtOnce = 50;
    private const int MostReaders = 4;

    /// <returns>How many agreements there are, and how many of them stood otherwise.</returns>
    public async Task<(int All, int Mended)> RunAsync(CancellationToken cancellation)
    {
        // Reading is half of the work and SQLite reads on the thread that asks: each processor takes the next few, by a connection of its own.
        var ids = await db.Set<Agreement>().OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(cancellation);
        var left = new ConcurrentQueue<AgreementId[]>(ids.Chunk(AtOnce));
        var readers = Enumerable.Range(0, Math.Min(Environment.ProcessorCount, MostReaders)).Select(_ => Task.Run(() => ReckonAsync(left, cancellation), cancellation));
        return (ids.Count, (await Task.WhenAll(readers)).Sum());
    }

    private async Task<int> ReckonAsync(ConcurrentQueue<AgreementId[]> left, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
        var own = scope.ServiceProvider.GetRequiredService<AppDb>();
        var mended = 0;
        while (left.TryDequeue(out var some))
        {
            foreach (var (agreement, standings, places) in await DifferingAsync(own, some, cancellation))
            {
                own.Attach(agreement);
                agreement.Grow(agreement.Length, agreement.Head, standings);
                Placing.Write(own, await own.Set<Place>().AsNoTracking().Where(p => p.Agreement == agreement.Id).ToListAsync(cancellation), places);
                mended++;
            }

            await own.SaveChangesAsync(cancellation);
            own.ChangeTracker.Clear();
        }

        return mended;
    }

    private static async Task<IReadOnlyList<(Agreement, string Standings, IReadOnlyList<Place> Places)>> DifferingAsync(
        AppDb own, AgreementId[] some, CancellationToken cancellation)
    {
        var agreements = await own.Set<Agreement>().AsNoTracking().Where(a => some.Contains(a.Id)).ToListAsync(cancellation);
        var stood = (await own.Set<Place>().Where(p => some.Contains(p.Agreement))
            .Select(p => new Stood(p.Agreement, p.Person, p.IsAsked, p.Worth, p.HoldsUntil)).ToListAsync(cancellation)).ToLookup(p => p.Agreement);
        var rows = (await own.Set<HappeningRow>().AsNoTracking().Where(h => some.Contains(h.Agreement))
            .OrderBy(h => h.Agreement).ThenBy(h => h.Number).ToListAsync(cancellation)).ToLookup(h => h.Agreement);
        var differing = new List<(Agreement, string, IReadOnlyList<Place>)>();
        foreach (var agreement in agreements)
        {
            var history = History.Of(rows[agreement.Id].Select(Reading.Parse));
            var reckoning = Reckoning.Of(agreement.Id, agreement.Subject, history);
            var standings = StandingsText.Write(reckoning);
            var places = Placing.Of(agreement, history, reckoning);
            if (agreement.Standings != standings || !stood[agreement.Id].ToHashSet().SetEquals(places.Select(Stood.Of)))
                differing.Add((agreement, standings, places));
        }

        return differing;
    }

    /// <summary>As much of a place as is computed.</summary>
    private sealed record Stood(AgreementId Agreement, PersonId Person, bool IsAsked, Worth? Worth, LocalDate? HoldsUntil)
    {
        public static Stood Of(Place place) => new(place.Agreement, place.Person, place.IsAsked, place.Worth, place.HoldsUntil);
    }
}
