using NodaTime;
using Rotfeste.Analysis.Waves;
using Rotfeste.Listening.Volumes;

namespace Rotfeste.Listening.Waves;

/// <summary>A wave as the counts tell it.</summary>
/// <param name="Since">When it rose.</param>
/// <param name="ToldAt">The step that tells of it.</param>
/// <param name="Posts">From the rise on.</param>
/// <param name="Expected">In the same steps.</param>
/// <param name="EndedAt">The step in which it was seen to be over, or null.</param>
internal sealed record ReplayedWave(Instant Since, Instant ToldAt, long Posts, double Expected, Instant? EndedAt);

/// <summary>
/// Goes through the stored counts from the beginning, step by step, each step judged by those before it alone. The same counts tell the same
/// waves, so nothing about the judging need be stored, and a restart changes nothing. The detector looks at each five minutes and at the last
/// fifteen and thirty together.
/// </summary>
internal static class WaveReplay
{
    /// <param name="counts">Posts by step; a step that is not there had none, unless it lies in a gap.</param>
    /// <param name="gaps">When nobody listened: such steps are no steps.</param>
    /// <param name="from">The first step.</param>
    /// <param name="last">The last step that is over.</param>
    /// <param name="alertsPerMonth">The budget.</param>
    public static IReadOnlyList<ReplayedWave> Of(
        IReadOnlyDictionary<Instant, long> counts, IReadOnlyList<Interval> gaps, Instant from, Instant last, int alertsPerMonth)
    {
        var detector = new WaveDetector(alertsPerMonth);
        var waves = new List<ReplayedWave>();
        var steps = new List<(Instant At, long Posts, double Expected)>();
        ReplayedWave? current = null;
        for (var at = StepCount.Of(from); at <= last; at += StepCount.Length)
        {
            if (IsInGap(at, gaps))
                continue;
            var posts = counts.GetValueOrDefault(at);
            var seen = detector.Add(at, posts);
            steps.Add((at, posts, seen.Expected));
            if (seen.IsAlert)
                waves.Add(current = Begun(seen.WaveSince!.Value, at, steps));
            else if (current is not null)
                waves[^1] = current = current with { Posts = current.Posts + posts, Expected = current.Expected + seen.Expected, EndedAt = seen.WaveSince is null ? at : null };
            if (seen.WaveSince is null)
                current = null;
        }

        return waves;
    }

    private static ReplayedWave Begun(Instant since, Instant told, List<(Instant At, long Posts, double Expected)> steps)
    {
        var own = steps.AsEnumerable().Reverse().TakeWhile(s => s.At >= since).ToList();
        return new(since, told, own.Sum(s => s.Posts), own.Sum(s => s.Expected), null);
    }

    private static bool IsInGap(Instant at, IReadOnlyList<Interval> gaps)
    {
        foreach (var gap in gaps)
        {
            if ((!gap.HasEnd || at < gap.End) && (!gap.HasStart || at + StepCount.Length > gap.Start))
                return true;
        }

        return false;
    }
}
