using NodaTime;
using Rotfeste.Analysis;
using Rotfeste.Platform.Ui.Charts;

namespace Rotfeste.Listening.Volumes;

/// <summary>What was to be expected of a stretch: the middle of what the same stretch held on the days before it, and how much that varied.</summary>
internal sealed class Expecting
{
    public const int DaysBack = 14;

    // Of fewer nobody can say what is usual.
    private const int FewestDays = 7;

    private readonly Dictionary<(LocalDate Day, int Part), long?> known;
    private readonly int hoursInPart;

    /// <param name="hours">Hour by hour, from <see cref="DaysBack"/> days before the first stretch that is asked for.</param>
    /// <param name="hoursInPart">Hours in a stretch: 6, or 24.</param>
    public Expecting(IReadOnlyList<CountBucket> hours, int hoursInPart)
    {
        this.hoursInPart = hoursInPart;
        Since = hours.Count == 0 ? Instant.MaxValue : hours[0].Start;
        known = hours.GroupBy(PlaceOf).ToDictionary(
            g => g.Key, g => g.All(h => h.State == BucketState.Known && !h.IsUnfinished) ? g.Sum(h => h.Count ?? 0) : (long?)null);
    }

    /// <summary>The first hour that is known of.</summary>
    public Instant Since { get; }

    /// <summary>Null where too little is known.</summary>
    public ExpectedRange? Of(CountBucket first)
    {
        var (day, part) = PlaceOf(first);
        var before = Enumerable.Range(1, DaysBack).Select(back => known.GetValueOrDefault((day.PlusDays(-back), part))).OfType<long>().Order().ToList();
        // Between the quarters of what was: a day with a wave among them moves neither.
        return before.Count < FewestDays ? null : new(Quarter(before, 0.25), Quarter(before, 0.75));
    }

    private (LocalDate Day, int Part) PlaceOf(CountBucket hour) => (hour.LocalStart.Date, hour.LocalStart.Hour / hoursInPart);

    private static double Quarter(List<long> ordered, double share)
    {
        var place = share * (ordered.Count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, ordered.Count - 1);
        return ordered[below] + ((place - below) * (ordered[above] - ordered[below]));
    }
}
