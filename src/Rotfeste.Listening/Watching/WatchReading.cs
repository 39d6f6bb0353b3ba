using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.KnownAccounts;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Streams;
using Rotfeste.Matching;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Watching;

/// <summary>Reads what is watched for, over all organisations.</summary>
internal sealed class WatchReading(AppDb db, OwnAccounts own, Organisations organisations)
{
    /// <summary>The watchlist as stored now; the index of <paramref name="before"/> is used again where no search changed.</summary>
    public async Task<Watchlist> ReadAsync(Watchlist before, CancellationToken cancellation)
    {
        db.Current.ChooseWholeInstallation();
        var searches = await db.Set<Search>().AsNoTracking().Where(s => s.StoppedAt == null).OrderBy(s => s.Id)
            .Select(s => new { s.Organisation, s.Id, s.Query }).ToListAsync(cancellation);
        var wanted = searches.Select(s => (Key: new SearchKey(s.Organisation, s.Id), s.Query)).ToList();
        var named = await db.Set<KnownAccount>().AsNoTracking().Where(a => a.Account != null).Select(a => new { a.Account, a.Handle }).ToListAsync(cancellation);
        return new Watchlist(Changed(before.Searches, wanted), await own.AllAsync(cancellation), named.Select(a => (a.Account!, a.Handle)))
        {
            Languages = (await organisations.LanguagesAsync(cancellation)).Select(RecentPosts.LanguageOf).ToHashSet(),
        };
    }

    // A stored query was accepted once; one that a later language refuses is passed over until somebody mends it.
    private static MatchIndex<SearchKey> Changed(MatchIndex<SearchKey> before, List<(SearchKey Key, string Query)> wanted)
    {
        var gone = before.Searches.Select(search => search.Key).ToHashSet();
        var changed = new List<KeyValuePair<SearchKey, Query>>();
        foreach (var (key, text) in wanted)
        {
            if (before.Find(key)?.Text == text)
                gone.Remove(key);
            else if (Query.TryParse(text, out var query, out _))
                changed.Add(new(key, query));
        }

        gone.ExceptWith(changed.Select(search => search.Key));
        return changed.Count + gone.Count == 0 ? before : before.With(changed, gone);
    }
}
