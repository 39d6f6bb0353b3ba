using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Streams;
using Rotfeste.Matching;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Searches;

/// <summary>Holds a query against what is stored and what went by lately, so that one sees what it would find.</summary>
internal sealed class Trying(
    AppDb db, RecentPosts recent, Organisations organisations, QueryCheck check, OutlineWords outline, IClock clock)
{
    private const int MostStored = 2_000;
    private const int MostSamples = 8;
    private static readonly Duration Back = Duration.FromDays(30);

    /// <summary>Null when nothing was typed.</summary>
    public async Task<TrialView?> LookAsync(SearchInput input, CancellationToken cancellation)
    {
        var text = input.Composed;
        if (text.Length == 0)
            return null;

        var (query, problem) = await check.ReadAsync(text, cancellation);
        if (query is null)
            return new TrialView(text, problem, null, [], 0, 0, 0, 0, null, []);

        var stored = await StoredAsync(cancellation);
        var passing = await PassingAsync(cancellation);
        var index = MatchIndex<int>.Build([KeyValuePair.Create(0, query)]);
        var hits = new Hits();
        var storedFound = stored.Where(p => index.Match(p.Post.ToMatch(), hits) > 0).ToList();
        var passingFound = passing.Where(p => index.Match(p.Seen.ToMatch(), hits) > 0).ToList();
        var samples = storedFound.Concat(passingFound.Select(p => (Post: p.Seen, At: At(p))))
            .DistinctBy(p => p.Post.Text).OrderByDescending(p => p.At).Take(MostSamples)
            .Select(p => new TrialSample(Marking.Pieces(p.Post, [query]), p.At)).ToList();
        return new TrialView(
            text, null, outline.Of(query.Outline), [.. query.Hints.Select(hint => hint.Word).Distinct()],
            storedFound.Count, stored.Count, passingFound.Count, passing.Count, passing.Count == 0 ? null : At(passing[^1]), samples);
    }

    private async Task<IReadOnlyList<RecentPost>> PassingAsync(CancellationToken cancellation)
    {
        var own = db.Current.Value is { } id ? await organisations.FindAsync(id, cancellation) : null;
        return own is null ? [] : recent.Of(RecentPosts.LanguageOf(own.Language));
    }

    private static Instant At(RecentPost post) => Instant.FromUnixTimeTicks(post.SeenUs * 10);

    private async Task<List<(SeenPost Post, Instant At)>> StoredAsync(CancellationToken cancellation)
    {
        var since = clock.GetCurrentInstant() - Back;
        var kept = await db.Set<KeptPost>().AsNoTracking()
            .Where(p => p.Erased == null && !p.IsOurs && p.CreatedAt >= since)
            .OrderByDescending(p => p.CreatedAt).Take(MostStored).ToListAsync(cancellation);
        return [.. kept.Select(p => (SeenPost.Of(p), p.CreatedAt))];
    }
}
