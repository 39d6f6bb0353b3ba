using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Streams;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Sources;

/// <summary>When which source of the current organisation was not heard.</summary>
internal sealed class Gaps(AppDb db, SourceStanding stream)
{
    private const string StreamName = "Bluesky";

    /// <summary>All gaps that reach past a moment, oldest first: of the open stream and of every source, those that last included.</summary>
    public async Task<IReadOnlyList<Gap>> SinceAsync(Instant since, CancellationToken cancellation)
    {
        var sources = await db.Set<Source>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancellation);
        var kept = await db.Set<SourceGap>().AsNoTracking().Where(g => g.Until > since).ToListAsync(cancellation);
        var streams = await db.Set<StreamGapRow>().AsNoTracking().Where(g => g.Until > since).ToListAsync(cancellation);
        var gaps = kept.Where(g => sources.ContainsKey(g.Source)).Select(g => new Gap(g.From, g.Until, g.Source, sources[g.Source].Name, g.Why, sources[g.Source].Kind))
            .Concat(streams.Where(g => g.Until > g.From).Select(g => new Gap(g.From, g.Until, null, StreamName, GapBecause.Stream)))
            .Concat(sources.Values.Select(Lasting).OfType<Gap>());
        if (stream.Now is { State: SourceState.Broken, Since: var broken })
            gaps = gaps.Append(new Gap(broken, null, null, StreamName, GapBecause.Stream));
        return [.. gaps.OrderBy(g => g.From)];
    }

    // Whether anything was lost is known only when it is heard again: until then it counts as a gap.
    private static Gap? Lasting(Source source) => source switch
    {
        { PausedAt: { } paused } => new Gap(paused, null, source.Id, source.Name, GapBecause.Paused, source.Kind),
        { Kind: SourceKind.Feed, TroubleSince: { } since } => new Gap(source.HeardAt ?? since, null, source.Id, source.Name, GapBecause.Trouble, source.Kind),
        _ => null,
    };
}
