using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Searches;
using Rotfeste.Matching;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Intakes;

/// <summary>The current organisation's active searches as one index, made anew when one of them changes.</summary>
internal sealed class SearchIndexes(RowVersions versions, IClock clock) : Kept<int, MatchIndex<SearchId>>(versions, clock, typeof(Search))
{
    public ValueTask<MatchIndex<SearchId>> OfAsync(AppDb db, CancellationToken cancellation) => GetAsync(db, 0, async () =>
    {
        var stored = await db.Set<Search>().AsNoTracking().Where(s => s.StoppedAt == null).OrderBy(s => s.Id).Select(s => new { s.Id, s.Query }).ToListAsync(cancellation);
        return MatchIndex<SearchId>.Build(stored
            .Select(s => KeyValuePair.Create(s.Id, Query.TryParse(s.Query, out var query, out _) ? query : null))
            .Where(s => s.Value is not null).Select(s => KeyValuePair.Create(s.Key, s.Value!)));
    });
}
