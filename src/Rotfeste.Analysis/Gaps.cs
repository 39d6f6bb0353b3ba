using NodaTime;

namespace Rotfeste.Analysis;

/// <summary>Stretches without listening, in order and apart.</summary>
internal static class Gaps
{
    public static List<Interval> Joined(IEnumerable<Interval> gaps)
    {
        var joined = new List<Interval>();
        foreach (var gap in gaps.OrderBy(Start))
        {
            if (joined.Count > 0 && Start(gap) <= End(joined[^1]))
                joined[^1] = Between(Start(joined[^1]), Instant.Max(End(joined[^1]), End(gap)));
            else
                joined.Add(gap);
        }
        return joined;
    }

    /// <summary>How much of the stretch the gaps cover.</summary>
    public static Duration Within(List<Interval> gaps, Instant start, Instant end)
    {
        var covered = Duration.Zero;
        for (var at = FirstEndingAfter(gaps, start); at < gaps.Count && Start(gaps[at]) < end; at++)
        {
            var from = Instant.Max(start, Start(gaps[at]));
            var until = Instant.Min(end, End(gaps[at]));
            if (until > from)
                covered += until - from;
        }
        return covered;
    }

    private static int FirstEndingAfter(List<Interval> gaps, Instant start)
    {
        int low = 0, high = gaps.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (End(gaps[middle]) > start)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    private static Instant Start(Interval gap) => gap.HasStart ? gap.Start : Instant.MinValue;

    private static Instant End(Interval gap) => gap.HasEnd ? gap.End : Instant.MaxValue;

    private static Interval Between(Instant start, Instant end) =>
        new(start == Instant.MinValue ? null : start, end == Instant.MaxValue ? null : end);
}
