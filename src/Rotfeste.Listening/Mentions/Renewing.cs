using Microsoft.EntityFrameworkCore;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Labels;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Volumes;
using Rotfeste.Matching;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Mentions;

/// <summary>
/// The author of a mention has changed its words: which searches hit them is judged again, their language is told again, and the counts
/// follow, in the caller's unit of work. A mention that nothing hits any longer stays: somebody may have answered or labelled it.
/// </summary>
internal sealed class Renewing(AppDb db, Counting counting, MentionNews news)
{
    public async Task RunAsync(IEnumerable<KeptPost> posts, CancellationToken cancellation)
    {
        foreach (var post in posts.ToList())
        {
            post.BeRenewed();
            await RunAsync(post, cancellation);
        }
    }

    private async Task RunAsync(KeptPost post, CancellationToken cancellation)
    {
        var mention = await db.Set<Mention>().FirstOrDefaultAsync(m => m.Organisation == post.Organisation && m.Post == post.Id, cancellation);
        if (mention is null)
            return;
        var searches = await SearchesAsync(post, cancellation);
        var stored = await db.Set<Hit>().Where(h => h.Mention == mention.Id).ToListAsync(cancellation);
        var had = stored.Union(db.Set<Hit>().Local.Where(h => h.Mention == mention.Id)).ToList();
        var labels = await MentionLabel.OfAsync(db, mention.Id, cancellation);
        foreach (var lost in had.Where(h => searches.TryGetValue(h.Search, out var hits) && !hits).ToList())
        {
            db.Remove(lost);
            counting.Remove(mention, lost.Search, labels);
            had.Remove(lost);
        }

        TellLanguage(mention, post, had);
        foreach (var gained in searches.Where(s => s.Value).Select(s => s.Key).Except(had.Select(h => h.Search)))
        {
            db.Add(new Hit { Mention = mention.Id, Search = gained, Organisation = mention.Organisation, At = mention.At });
            counting.Add(mention, gained, labels);
        }

        db.AfterCommit(() => news.Tell(post.Organisation));
    }

    private void TellLanguage(Mention mention, KeptPost post, List<Hit> hits)
    {
        if (post.Language is not { } language || language == mention.Language)
            return;
        foreach (var search in hits.Select(h => h.Search).Append(HourCount.All))
            counting.Move(mention, search, language);
        mention.Tell(mention.Source, language);
    }

    /// <summary>Each search that listens, and whether it hits the words as they are now. A paused one keeps what it found.</summary>
    private async Task<Dictionary<SearchId, bool>> SearchesAsync(KeptPost post, CancellationToken cancellation)
    {
        var stored = await db.Set<Search>().AsNoTracking().Where(s => s.Organisation == post.Organisation && s.StoppedAt == null)
            .Select(s => new { s.Id, s.Query }).ToListAsync(cancellation);
        var readable = stored.Select(s => KeyValuePair.Create(s.Id, Query.TryParse(s.Query, out var query, out _) ? query : null)).Where(s => s.Value is not null);
        var index = MatchIndex<SearchId>.Build(readable.Select(s => KeyValuePair.Create(s.Key, s.Value!)));
        var hits = new Hits();
        index.Match(SeenPost.Of(post).ToMatch() with { Author = post.AuthorHandle.Length == 0 ? null : post.AuthorHandle }, hits);
        var found = new HashSet<SearchId>();
        foreach (var ordinal in hits.Ordinals)
            found.Add(index.IdOf(ordinal));
        return stored.ToDictionary(s => s.Id, s => found.Contains(s.Id));
    }
}
