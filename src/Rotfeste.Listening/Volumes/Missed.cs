using NodaTime;
using Rotfeste.Analysis;
using Rotfeste.Listening.Sources;

namespace Rotfeste.Listening.Volumes;

/// <summary>A stretch of which a chart has no figure, or not the whole one: never the same as silence.</summary>
/// <param name="Time">Open at an end that is not known: before anybody listened, and while it lasts.</param>
/// <param name="IsWhole">Nothing was heard; else one source of several is missing.</param>
/// <param name="Gap">Which source and why; null before anybody listened.</param>
internal sealed record Missed(Interval Time, bool IsWhole, Gap? Gap)
{
    /// <summary>Some of the stretch is missing.</summary>
    public bool Touches(Instant start, Instant end) => (!Time.HasStart || Time.Start < end) && (!Time.HasEnd || Time.End > start);

    /// <summary>It is missing all the way from a moment until now: what is left is like itself, and may be held against itself.</summary>
    public bool LastsSince(Instant moment) => !Time.HasEnd && (!Time.HasStart || Time.Start <= moment);

    /// <summary>Hours in which one source of several was missing are "at least": nothing is expected from them, nor held against them.</summary>
    /// <param name="hours">As the whole gaps leave them.</param>
    /// <param name="missed">All that is missing.</param>
    /// <param name="since">From where on they are held against each other.</param>
    public static IReadOnlyList<CountBucket> Weaken(IReadOnlyList<CountBucket> hours, IReadOnlyList<Missed> missed, Instant since)
    {
        var parts = missed.Where(m => !m.IsWhole && !m.LastsSince(since)).ToList();
        return parts.Count == 0
            ? hours
            : [.. hours.Select(h => h.State == BucketState.Known && parts.Any(p => p.Touches(h.Start, h.End)) ? h with { State = BucketState.AtLeast } : h)];
    }
}
