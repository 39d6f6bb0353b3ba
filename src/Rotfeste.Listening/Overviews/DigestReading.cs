using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Overviews;

/// <summary>Of which posts a digest is; without an end it goes on.</summary>
internal readonly record struct DigestKey(OrganisationId Organisation, Guid? Search, Instant From, Instant? Until);

/// <summary>Reads the newest posts of a stretch and of the four weeks before it, for their words and links.</summary>
internal sealed class DigestReading(AppDb db, ShortMemory<DigestKey, Digest> memory, IClock clock)
{
    private const int MostPosts = 1_000;
    private static readonly Duration WeeksBefore = Duration.FromDays(28);

    /// <param name="organisation">Whose.</param>
    /// <param name="search">One search, or null for all.</param>
    /// <param name="from">The first moment.</param>
    /// <param name="until">The end, or null for now.</param>
    /// <param name="cancellation">Stops.</param>
    public Task<Digest> ReadAsync(OrganisationId organisation, Guid? search, Instant from, Instant? until, CancellationToken cancellation) =>
        memory.GetAsync(new(organisation, search, from, until), clock.GetCurrentInstant(), async () =>
        {
            var now = await PostsAsync(organisation, search, from, until ?? Instant.MaxValue, cancellation);
            var before = await PostsAsync(organisation, search, from - WeeksBefore, from, cancellation);
            // A search that was quiet is held against all that was said.
            if (search is not null && before.Count < Digesting.FewestPosts)
                before = await PostsAsync(organisation, null, from - WeeksBefore, from, cancellation);
            return Digesting.Of(now, before);
        });

    private async Task<List<ReadPost>> PostsAsync(OrganisationId organisation, Guid? search, Instant from, Instant until, CancellationToken cancellation)
    {
        var end = Instant.Min(until, clock.GetCurrentInstant() + Duration.FromDays(1));
        var mentions = db.Set<Mention>().AsNoTracking()
            .Where(m => m.Organisation == organisation && m.At >= from && m.At < end && m.DismissedAt == null);
        if (search is { } id)
        {
            var wanted = new SearchId(id);
            mentions = db.Set<Hit>().Where(h => h.Search == wanted && h.At >= from && h.At < end).Join(mentions, h => h.Mention, m => m.Id, (h, m) => m);
        }

        var rows = await mentions.OrderByDescending(m => m.At).Take(MostPosts)
            .Join(db.Set<KeptPost>(), m => m.Post, p => p.Id, (m, p) => new { m.Id, p.AuthorKey, p.Text, p.Links, p.Erased })
            .ToListAsync(cancellation);
        return [.. rows.Where(r => r.Erased is null).Select(r => new ReadPost(r.Id, r.AuthorKey, r.Text, [.. r.Links.Select(l => l.Address)]))];
    }
}
