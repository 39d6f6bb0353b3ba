using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Streams;
using Rotfeste.Matching;
using Rotfeste.Platform.Data;
using MatchPost = Rotfeste.Matching.Post;

namespace Rotfeste.Listening.Searches;

/// <summary>Holds a query against what is stored and what went by lately, so that one sees what it would find.</summary>
internal sealed class Trying(AppDb db, RecentPosts recent, QueryCheck check, IClock clock)
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
            return new TrialView(text, problem, 0, 0, 0, 0, null, []);

        var stored = await StoredAsync(cancellation);
        var passing = recent.All();
        var index = MatchIndex<int>.Build([KeyValuePair.Create(0, query)]);
        var hits = new Hits();
        var storedFound = stored.Where(p => Fits(index, hits, p.Text, p.Languages)).ToList();
        var passingFound = passing.Where(p => Fits(index, hits, p.Text, p.Languages)).ToList();
        var samples = storedFound.Select(p => (p.Text, p.Languages, At: p.CreatedAt))
            .Concat(passingFound.Select(p => (p.Text, p.Languages, At: At(p))))
            .DistinctBy(p => p.Text).OrderByDescending(p => p.At).Take(MostSamples)
            .Select(p => new TrialSample(Marking.Pieces(p.Text, p.Languages, [query]), p.At)).ToList();
        return new TrialView(
            text, null, storedFound.Count, stored.Count, passingFound.Count, passing.Count, passing.Count == 0 ? null : At(passing[^1]), samples);
    }

    private static bool Fits(MatchIndex<int> index, Hits hits, string text, IReadOnlyList<string> languages) =>
        index.Match(new MatchPost(text.AsSpan()) { Languages = languages.ToArray() }, hits) > 0;

    private static Instant At(RecentPost post) => Instant.FromUnixTimeTicks(post.SeenUs * 10);

    private async Task<List<StoredWords>> StoredAsync(CancellationToken cancellation)
    {
        var since = clock.GetCurrentInstant() - Back;
        return await db.Set<KeptPost>().AsNoTracking()
            .Where(p => p.Erased == null && !p.IsOurs && p.CreatedAt >= since)
            .OrderByDescending(p => p.CreatedAt).Take(MostStored)
            .Select(p => new StoredWords(p.Text, p.Languages, p.CreatedAt)).ToListAsync(cancellation);
    }

    private sealed record StoredWords(string Text, IReadOnlyList<string> Languages, Instant CreatedAt);
}
