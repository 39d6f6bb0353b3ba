using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Analysis;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Sources;
using Rotfeste.Listening.Streams;
using Rotfeste.Platform.Data;
using Gaps = Rotfeste.Listening.Sources.Gaps;

namespace Rotfeste.Listening.Volumes;

/// <summary>What is missing in the figures that somebody asks for.</summary>
internal sealed class MissedReading(AppDb db, Gaps gaps, SourceStanding stream)
{
    /// <summary>Before anybody searched nobody listened; after that, the gaps of the sources that the figures are of, oldest first.</summary>
    public async Task<IReadOnlyList<Missed>> ReadAsync(MentionsAsked asked, Instant since, Instant now, CancellationToken cancellation)
    {
        var began = await BeganAsync(asked.Search, cancellation) ?? now;
        var kinds = (await db.Set<Source>().AsNoTracking().Select(s => s.Kind).ToListAsync(cancellation)).Where(k => IsPartOf(asked.Source, k));
        var heard = kinds.Count(k => k is SourceKind.Feed or SourceKind.Webhook) + (IsPartOf(asked.Source, null) && stream.Now.State != SourceState.Off ? 1 : 0);
        var found = (await gaps.SinceAsync(since, cancellation)).Where(g => IsPartOf(asked.Source, g.Kind) && g.From < now && (g.Until is null || (g.Until > g.From && g.Until > began)));
        return
        [
            new(new Interval(null, HourlyCounts.HourOf(began)), IsWhole: true, null),
            // The open stream is most of what is heard: without it a zero is no zero.
            .. found.Select(g => new Missed(new Interval(Instant.Max(g.From, began), g.Until), g.Source is null || heard == 1, g)),
        ];
    }

    private static bool IsPartOf(string? network, SourceKind? kind) => network switch
    {
        null => true,
        BatchWriting.Stream => kind is null,
        "feed" => kind == SourceKind.Feed,
        _ => kind == SourceKind.Webhook,
    };

    private Task<Instant?> BeganAsync(Guid? search, CancellationToken cancellation)
    {
        var searches = db.Set<Search>().AsNoTracking();
        if (search is { } id)
            searches = searches.Where(s => s.Id == new SearchId(id));
        return searches.OrderBy(s => s.CreatedAt).Select(s => (Instant?)s.CreatedAt).FirstOrDefaultAsync(cancellation);
    }
}
