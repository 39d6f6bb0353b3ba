using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Searches;
using Rotfeste.Matching;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Watching;

/// <summary>Reads what is watched for, over all organisations.</summary>
internal sealed class WatchReading(AppDb db, OwnAccounts own)
{
    /// <summary>The watchlist as stored now; the index of <paramref name="before"/> is used again where no search changed.</summary>
    public async Task<Watchlist> ReadAsync(Watchlist before, CancellationToken cancellation)
    {
        db.Current.ChooseWholeInstallation();
        var searches = await db.Set<Search>().AsNoTracking().Where(s => s.StoppedAt == null).OrderBy(s => s.Id)
            .Select(s => new { s.Organisation, s.Id, s.Query }).ToListAsync(cancellation);
        var wanted = searches.Select(s => (Key: new SearchKey(s.Organisation, s.Id), s.Query)).ToList();
        return new Watchlist(IsSame(before.Searches, wanted) ? before.Searches : Build(wanted), await own.AllAsync(cancellation));
    }

    private static bool IsSame(MatchIndex<SearchKey> index, List<(SearchKey Key, string Query)> wanted) =>
        index.Count == wanted.Count
        && wanted.Select((w, at) => index.IdOf(at) == w.Key && index.QueryOf(at).Text == w.Query).All(same => same);

    // A stored query was accepted once; one that a later language refuses is passed over until somebody mends it.
    private static MatchIndex<SearchKey> Build(List<(SearchKey Key, string Query)> wanted)
    {
        var read = new List<KeyValuePair<SearchKey, Query>>(wanted.Count);
        foreach (var (key, text) in wanted)
        {
            if (Query.TryParse(text, out var query, out _))
                read.Add(new(key, query));
        }

        return MatchIndex<SearchKey>.Build(read);
    }
}
