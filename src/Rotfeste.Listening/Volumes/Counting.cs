using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Analysis;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Volumes;

/// <summary>Adds up a unit of work's mentions by search and hour, and writes the sums with it.</summary>
internal sealed class Counting(AppDb db)
{
    private readonly Dictionary<(OrganisationId Organisation, SearchId Search, Instant Hour), long> more = [];

    public void Add(OrganisationId organisation, SearchId search, Instant at)
    {
        var key = (organisation, search, HourlyCounts.HourOf(at));
        more[key] = more.GetValueOrDefault(key) + 1;
    }

    /// <summary>Before the unit of work is saved, inside its transaction.</summary>
    public async Task WriteAsync(CancellationToken cancellation)
    {
        if (more.Count == 0)
            return;

        var searches = more.Keys.Select(k => k.Search).Distinct().ToList();
        var hours = more.Keys.Select(k => k.Hour).Distinct().ToList();
        var rows = await db.Set<HourCount>().Where(c => searches.Contains(c.Search) && hours.Contains(c.Hour)).ToListAsync(cancellation);
        var known = rows.ToDictionary(c => (c.Organisation, c.Search, c.Hour));
        foreach (var (key, count) in more)
        {
            if (known.TryGetValue(key, out var row))
                row.Count += count;
            else
                db.Add(new HourCount { Organisation = key.Organisation, Search = key.Search, Hour = key.Hour, Count = count });
        }

        more.Clear();
    }
}
