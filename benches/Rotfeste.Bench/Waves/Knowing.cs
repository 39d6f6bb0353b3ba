using NodaTime;
using Rotfeste.Analysis.Waves;

namespace Rotfeste.Bench.Waves;

/// <summary>
/// A yardstick: somebody who is told the true level, rhythm and dispersion, looks at the sums of a step, 15 and 30 minutes, and has the threshold at
/// which counts without waves use up exactly the budget. What even that one misses is not to be seen in the sums; how posts are spread over
/// the half hour tells more, which is what the detector looks at.
/// </summary>
internal sealed class Knowing(double level, Duration step, double dispersion)
{
    private const int LeastPosts = 3;
    private static readonly Duration Calm = Duration.FromHours(1);
    private double threshold;

    /// <summary>Finds the threshold.</summary>
    public void Learn(IReadOnlyList<SimulatedCounts> quiet, Instant from, double allowed)
    {
        var all = quiet.Select(q => (q, Surprises: Surprises(q))).ToList();
        var (low, high) = (0.5, 20.0);
        for (var turn = 0; turn < 14; turn++)
        {
            threshold = (low + high) / 2;
            if (all.Sum(q => Alerts(q.q, q.Surprises).Count(a => a > from)) > allowed)
                low = threshold;
            else
                high = threshold;
        }

        threshold = high;
    }

    /// <summary>The ends of the steps that tell of a wave.</summary>
    public List<Instant> Alerts(SimulatedCounts counts) => Alerts(counts, Surprises(counts));

    private List<Instant> Alerts(SimulatedCounts counts, double[] surprises)
    {
        var alerts = new List<Instant>();
        Instant? lastHigh = null;
        for (var place = 0; place < surprises.Length; place++)
        {
            var at = counts.Steps[place].At;
            if (lastHigh is { } high && surprises[place] >= threshold / 2)
                lastHigh = at;
            else if (lastHigh is { } before && at - before >= Calm)
                lastHigh = null;
            if (surprises[place] < threshold || lastHigh is not null)
                continue;
            lastHigh = at;
            alerts.Add(at + step);
        }

        return alerts;
    }

    // Sums of negative binomial counts of one dispersion are negative binomial of the same, exactly.
    private double[] Surprises(SimulatedCounts counts)
    {
        int[] windows = [.. new[] { Duration.Zero, Duration.FromMinutes(15), Duration.FromMinutes(30) }.Select(w => Math.Max(1, (int)(w / step))).Distinct()];
        var surprises = new double[counts.Steps.Count];
        var (posts, means) = (new double[surprises.Length + 1], new double[surprises.Length + 1]);
        for (var place = 0; place < surprises.Length; place++)
        {
            var (at, count) = counts.Steps[place];
            (posts[place + 1], means[place + 1]) = (posts[place] + count, means[place] + (level * SimulatedCounts.Rhythm(at)));
            foreach (var window in windows.Where(w => w <= place + 1 && count > 0))
            {
                var sum = posts[place + 1] - posts[place + 1 - window];
                if (sum >= LeastPosts)
                    surprises[place] = Math.Max(surprises[place], NegativeBinomial.Surprise(sum, means[place + 1] - means[place + 1 - window], dispersion));
            }
        }

        return surprises;
    }
}
