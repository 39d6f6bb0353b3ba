using NodaTime;

namespace Rotfeste.Analysis;

/// <summary>
/// Counts kept by whole UTC hours, with the stretches in which nobody listened. Immutable. An hour that is not listed is 0 where it was
/// listened to; that is what the gaps are for.
/// </summary>
public sealed class HourlyCounts
{
    private static readonly Duration OneHour = Duration.FromHours(1);
    private readonly SortedList<Instant, long> _hours = [];
    private readonly List<Interval> _gaps;

    /// <summary>
    /// Takes counts by the hour they lie in (any instant of it; several entries add up) and gaps in any order, also overlapping; a gap may
    /// be open at either end. Throws ArgumentOutOfRangeException for a negative count.
    /// </summary>
    public HourlyCounts(IEnumerable<KeyValuePair<Instant, long>> counts, IEnumerable<Interval> gaps)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(gaps);
        foreach (var (instant, count) in counts)
        {
            if (count < 0)
                throw new ArgumentOutOfRangeException(nameof(counts), count, "A count is not negative.");
            var hour = HourOf(instant);
            _hours[hour] = _hours.GetValueOrDefault(hour) + count;
        }
        _gaps = Gaps.Joined(gaps);
    }

    /// <summary>The UTC hour that an instant lies in.</summary>
    public static Instant HourOf(Instant instant)
    {
        var seconds = instant.ToUnixTimeSeconds();
        return Instant.FromUnixTimeSeconds(seconds - (((seconds % 3600) + 3600) % 3600));
    }

    /// <summary>
    /// Buckets side by side from the one that <paramref name="from"/> lies in to the one before <paramref name="until"/>, none that begins
    /// after <paramref name="now"/>. An hour counts in the bucket in which it begins. Throws ArgumentException where the stretch runs
    /// backwards, ArgumentOutOfRangeException where it would make more than <paramref name="most"/> buckets.
    /// </summary>
    public IReadOnlyList<CountBucket> Buckets(
        Instant from, Instant until, BucketWidth width, DateTimeZone zone, Instant now, int most = 10_000)
    {
        ArgumentNullException.ThrowIfNull(zone);
        if (until < from)
            throw new ArgumentException("The stretch ends before it begins.", nameof(until));
        var buckets = new List<CountBucket>();
        var start = BucketEdges.StartOf(from, width, zone);
        while (start < until && start <= now)
        {
            if (buckets.Count == most)
                throw new ArgumentOutOfRangeException(nameof(most), most, "The stretch makes more buckets than this.");
            var end = BucketEdges.Next(start, width, zone);
            buckets.Add(Bucket(start, end, zone, now));
            start = end;
        }
        return buckets;
    }

    private CountBucket Bucket(Instant start, Instant end, DateTimeZone zone, Instant now)
    {
        long count = 0;
        for (var hour = FirstHour(start); hour < end; hour += OneHour)
            count += _hours.GetValueOrDefault(hour);
        // Only what has passed can have been missed.
        var passed = Instant.Min(end, now);
        var missed = Gaps.Within(_gaps, start, passed);
        var state = missed == Duration.Zero ? BucketState.Known
            : missed == passed - start && count == 0 ? BucketState.Unknown
            : BucketState.AtLeast;
        return new(start, end, start.InZone(zone), state == BucketState.Unknown ? null : count, state, now < end);
    }

    private static Instant FirstHour(Instant start)
    {
        var hour = HourOf(start);
        return hour < start ? hour + OneHour : hour;
    }
}
