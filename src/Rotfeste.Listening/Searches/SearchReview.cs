using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Watching;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Searches;

/// <summary>
/// Looks at the current organisation's searches once more when what they may name has changed, and rests those that would be refused now.
/// Whoever opens one sees why.
/// </summary>
internal sealed class SearchReview(AppDb db, QueryCheck check, WatchSignal signal, IClock clock)
{
    /// <summary>In the caller's unit of work, after the change is written.</summary>
    public async Task StopRefusedAsync(CancellationToken cancellation)
    {
        foreach (var search in await db.Set<Search>().Where(s => s.StoppedAt == null).ToListAsync(cancellation))
        {
            if ((await check.ReadAsync(search.Query, cancellation)).Query is null)
                search.Stop(clock.GetCurrentInstant());
        }

        db.AfterCommit(signal.Set);
    }
}
