using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Analysis;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Volumes;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Overviews;

/// <summary>How many in the stretch, and in the one before it.</summary>
internal readonly record struct Sums(long Now, long Before)
{
    public static Sums operator +(Sums one, Sums two) => new(one.Now + two.Now, one.Before + two.Before);
}

/// <summary>What the sums of days that are over are of.</summary>
internal readonly record struct PastKey(OrganisationId Organisation, SearchId Search, Instant From, Instant Today, Instant Until);

/// <summary>Sums by search, and by what the mentions of one search are told apart by.</summary>
internal sealed record PastSums(IReadOnlyDictionary<SearchId, Sums> BySearch, IReadOnlyDictionary<(CountBy By, string Value), Sums> Parts);

/// <summary>
/// Adds up the hours of a stretch. Those of days that are over are many and change only where something comes late, so they are remembered for
/// two minutes; those of today, and labels, which people put on old mentions too, are read anew each time.
/// </summary>
internal sealed class OverviewSums(AppDb db, ShortMemory<PastKey, PastSums> memory, IClock clock)
{
    private static readonly CountBy[] AsTheyCame = [CountBy.Source, CountBy.Language];
    private static readonly CountBy[] AsPeopleSay = [CountBy.Label];

    public async Task<PastSums> ReadAsync(OrganisationId organisation, SearchId search, Stretch stretch, Instant today, CancellationToken cancellation)
    {
        var past = await memory.GetAsync(
            new(organisation, search, stretch.From, today, HourlyCounts.HourOf(stretch.EarlierUntil)), clock.GetCurrentInstant(),
            async () => new(
                await BySearchAsync(organisation, stretch, stretch.Earlier, today, cancellation),
                await PartsAsync(organisation, search, AsTheyCame, stretch, stretch.Earlier, today, cancellation)));
        var recent = await PartsAsync(organisation, search, AsTheyCame, stretch, today, Instant.MaxValue, cancellation);
        var labels = await PartsAsync(organisation, search, AsPeopleSay, stretch, stretch.Earlier, Instant.MaxValue, cancellation);
        return new(
            Together(past.BySearch, await BySearchAsync(organisation, stretch, today, Instant.MaxValue, cancellation)),
            Together(Together(past.Parts, recent), labels));
    }

    private async Task<Dictionary<SearchId, Sums>> BySearchAsync(
        OrganisationId organisation, Stretch stretch, Instant since, Instant end, CancellationToken cancellation)
    {
        var (from, until) = (stretch.From, stretch.EarlierUntil);
        return await db.Set<HourCount>().AsNoTracking().Where(c => c.Organisation == organisation && c.Hour >= since && c.Hour < end)
            .GroupBy(c => c.Search)
            .Select(g => new { g.Key, Now = g.Sum(c => c.Hour >= from ? c.Count : 0), Before = g.Sum(c => c.Hour < until ? c.Count : 0) })
            .ToDictionaryAsync(s => s.Key, s => new Sums(s.Now, s.Before), cancellation);
    }

    private async Task<Dictionary<(CountBy By, string Value), Sums>> PartsAsync(
        OrganisationId organisation, SearchId search, CountBy[] by, Stretch stretch, Instant since, Instant end, CancellationToken cancellation)
    {
        var (from, until) = (stretch.From, stretch.EarlierUntil);
        return await db.Set<PartCount>().AsNoTracking()
            .Where(c => c.Organisation == organisation && c.Search == search && by.Contains(c.By) && c.Hour >= since && c.Hour < end)
            .GroupBy(c => new { c.By, c.Value })
            .Select(g => new { g.Key.By, g.Key.Value, Now = g.Sum(c => c.Hour >= from ? c.Count : 0), Before = g.Sum(c => c.Hour < until ? c.Count : 0) })
            .ToDictionaryAsync(p => (p.By, p.Value), p => new Sums(p.Now, p.Before), cancellation);
    }

    private static Dictionary<TKey, Sums> Together<TKey>(IReadOnlyDictionary<TKey, Sums> past, IReadOnlyDictionary<TKey, Sums> recent)
        where TKey : notnull
    {
        var all = new Dictionary<TKey, Sums>(past);
        foreach (var (key, sums) in recent)
            all[key] = all.GetValueOrDefault(key) + sums;
        return all;
    }
}
