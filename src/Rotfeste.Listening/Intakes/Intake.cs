using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Sources;
using Rotfeste.Listening.Volumes;
using Rotfeste.Matching;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Intakes;

/// <summary>
/// Takes posts of a source in, within the caller's write: what searches hit, or everything where the source is to be shown whole, becomes a
/// stored post and a mention. Each address is stored once for an organisation, so what is taken twice changes nothing.
/// </summary>
internal sealed class Intake(AppDb db, Keeping keeping, MentionFinding mentions, Renewing renewing, Counting counting, IClock clock)
{
    private readonly Hits hits = new();

    /// <returns>How many became mentions that were none before.</returns>
    public async Task<int> TakeAsync(
        OrganisationId organisation, IEnumerable<NetworkPost> posts, MatchIndex<SearchId> searches, bool takesAll, CancellationToken cancellation)
    {
        // A feed shows an entry again as it is now: what was found in it before may be hit by nothing any longer.
        var wanted = posts.DistinctBy(p => p.Uri).Select(p => (Post: p, Searches: Match(p, searches)))
            .Where(w => takesAll || w.Searches.Count > 0 || w.Post.Network == "feed").ToList();
        await keeping.LoadAsync([.. wanted.Select(w => w.Post.Uri)], cancellation);
        wanted.RemoveAll(w => !takesAll && w.Searches.Count == 0 && keeping.Find(organisation, w.Post.Uri) is null);
        var found = 0;
        foreach (var (post, hit) in wanted)
        {
            if (keeping.Find(organisation, post.Uri) is null)
                found++;
            var kept = await keeping.KeepAsync(organisation, post, isOurs: false, cancellation);
            kept.GiveUpName();
            await mentions.FindAsync(kept, hit, evenWithoutHit: takesAll, cancellation);
        }

        await renewing.RunAsync(keeping.Renewed, cancellation);
        await counting.WriteAsync(cancellation);
        return found;
    }

    /// <summary>Adds to what came from a source today.</summary>
    public async Task CountAsync(Source source, long received, long found, CancellationToken cancellation)
    {
        if (received == 0 && found == 0)
            return;
        var today = clock.GetCurrentInstant().InUtc().Date;
        var day = await db.Set<SourceDay>().FirstOrDefaultAsync(d => d.Source == source.Id && d.Day == today, cancellation);
        if (day is null)
            db.Add(day = new SourceDay { Organisation = source.Organisation, Source = source.Id, Day = today });
        day.Received += received;
        day.Found += found;
    }

    private List<SearchId> Match(NetworkPost post, MatchIndex<SearchId> searches)
    {
        var seen = new SeenPost(post.Text)
        {
            Languages = [.. post.Languages],
            Links = [.. post.Links.Select(l => l.Address)],
            Tags = [.. post.Tags],
            Source = post.Network,
        };
        searches.Match(seen.ToMatch(), hits);
        var found = new List<SearchId>(hits.Count);
        foreach (var ordinal in hits.Ordinals)
            found.Add(searches.IdOf(ordinal));
        return found;
    }
}
