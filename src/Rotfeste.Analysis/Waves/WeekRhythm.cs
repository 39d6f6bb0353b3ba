using NodaTime;

namespace Rotfeste.Analysis.Waves;

/// <summary>How much is said on weekdays and at weekends (UTC) against the average of the last two weeks; learnt anew each hour.</summary>
internal sealed class WeekRhythm
{
    // A search of few posts is believed to know no weekend.
    private const double PriorPosts = 20;

    private static readonly Duration Memory = Duration.FromDays(14);
    private static readonly Duration Renewal = Duration.FromHours(1);

    private readonly double[] _factors = [1, 1];
    private Instant? _learntAt;

    /// <summary>How many times the average is to be expected at a moment.</summary>
    public double At(Instant at, List<(Instant At, double Value, double Capped)> steps)
    {
        if (_learntAt is null || at - _learntAt >= Renewal)
            Learn(at, steps);
        return _factors[Kind(at)];
    }

    private void Learn(Instant at, List<(Instant At, double Value, double Capped)> steps)
    {
        double[] posts = [0, 0], counts = [0, 0];
        foreach (var step in steps)
        {
            if (at - step.At > Memory)
                continue;
            var kind = Kind(step.At);
            posts[kind] += step.Capped;
            counts[kind]++;
        }

        var average = (posts[0] + posts[1]) / Math.Max(1, counts[0] + counts[1]);
        for (var kind = 0; kind < 2; kind++)
            _factors[kind] = counts[0] == 0 || counts[1] == 0 ? 1 : (posts[kind] + PriorPosts) / ((counts[kind] * average) + PriorPosts);
        _learntAt = at;
    }

    private static int Kind(Instant at) => at.InUtc().DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? 1 : 0;
}
