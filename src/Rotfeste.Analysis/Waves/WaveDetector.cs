using NodaTime;

namespace Rotfeste.Analysis.Waves;

/// <summary>
/// Notices sudden waves in the counts of one search, step by step, from nothing but the steps before. Any step length up to a day; steps
/// may be missing, and a missing step is not a count of nought. Not safe for several threads. Memory: the steps of two weeks.
/// </summary>
public sealed class WaveDetector
{
    private const int Days = 13;
    private const double LeastDispersion = 1.3;
    private const double PriorPosts = 0.5;
    private const int LeastPosts = 3;
    private const int LeastSteps = 12;

    // One in a hundred: whatever else speaks for a wave, less than that is nothing to wake anybody for.
    private const double LeastSurprise = 2;

    // What a past step may at most say about the future, in standard deviations above what was expected of it.
    private const double CapDeviations = 4;

    private static readonly Duration Around = Duration.FromMinutes(30);
    private static readonly Duration OneDay = Duration.FromDays(1);
    private static readonly Duration[] Windows = [Duration.FromMinutes(15), Duration.FromMinutes(30)];

    // A wave is over when it has been quiet for this long.
    private static readonly Duration Calm = Duration.FromHours(1);

    private readonly AlertThreshold _threshold;
    private readonly Evidence _evidence = new();
    private readonly WeekRhythm _week = new();
    private readonly List<(Instant At, double Value, double Capped)> _steps = [];
    private Instant? _waveSince;
    private Instant _lastHigh;

    /// <summary>A detector that has seen nothing yet.</summary>
    /// <param name="alertsPerMonth">How many alerts in thirty days one wants to hear of; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A budget that is not above 0.</exception>
    public WaveDetector(double alertsPerMonth = 4) => _threshold = new(alertsPerMonth);

    /// <summary>Looks at the next step. Throws ArgumentException where it is not later than the last, or the count is negative.</summary>
    /// <param name="at">When the step begins.</param>
    /// <param name="count">Posts in it.</param>
    public WaveStep Add(Instant at, double count)
    {
        if (!(count >= 0 && double.IsFinite(count)))
            throw new ArgumentOutOfRangeException(nameof(count), count, "A count is not negative.");
        if (_steps.Count > 0 && at <= _steps[^1].At)
            throw new ArgumentException("Steps come in order.", nameof(at));

        var (mean, dispersion) = Expect(at);
        var surprise = Surprise(at, count, mean, dispersion);
        var evidence = _evidence.Add(at, count, mean, dispersion);
        var isReady = _steps.Count >= LeastSteps && at - _steps[0].At >= OneDay;
        var threshold = _threshold.At(at, StepLength());
        var isAlert = Follow(at, isReady && evidence >= threshold && surprise >= LeastSurprise, evidence >= threshold / 2);
        if (isReady)
            _threshold.Learn(at, evidence, threshold, isAlert, _waveSince is not null);
        Keep(at, count, mean, dispersion);
        return new(mean, surprise, evidence, threshold, isAlert, _waveSince);
    }

    /// <summary>What would be expected at a moment after the last step, where no count is known.</summary>
    public double ExpectedAt(Instant at) => Expect(at).Mean;

    // The same time of day, half an hour to either side, of the days before; until there are enough of those, the last day.
    private (double Mean, double Dispersion) Expect(Instant at)
    {
        var (sum, squares, count) = (0.0, 0.0, 0);
        void Take(int first, Instant until)
        {
            for (var place = first; place < _steps.Count && _steps[place].At <= until; place++)
            {
                var value = _steps[place].Capped;
                sum += value;
                squares += value * value;
                count++;
            }
        }

        if (_steps.Count > 0 && at - _steps[0].At >= OneDay * Days)
        {
            for (var day = 1; day <= Days; day++)
                Take(FirstFrom(at - (OneDay * day) - Around), at - (OneDay * day) + Around);
        }

        var isOfManyDays = count >= Days;
        if (!isOfManyDays)
        {
            (sum, squares, count) = (0, 0, 0);
            // The last day that was counted, and a dozen steps at least: after a gap yesterday holds nothing.
            if (_steps.Count > 0)
                Take(Math.Max(0, Math.Min(FirstFrom(_steps[^1].At - OneDay), _steps.Count - LeastSteps)), at);
        }

        var mean = (sum + PriorPosts) / (count + PriorPosts);
        var variance = count > 1 ? (squares - (sum * sum / count)) / (count - 1) : mean;
        // The days before are weekdays and weekends together.
        return (isOfManyDays ? mean * _week.At(at, _steps) : mean, Math.Max(LeastDispersion, variance / mean));
    }

    private double Surprise(Instant at, double count, double mean, double dispersion)
    {
        if (count == 0)
            return 0;
        var most = count >= LeastPosts ? NegativeBinomial.Surprise(count, mean, dispersion) : 0;
        foreach (var window in Windows)
        {
            var (posts, steps) = (count, 1);
            for (var place = _steps.Count - 1; place >= 0 && at - _steps[place].At < window; place--)
                (posts, steps) = (posts + _steps[place].Value, steps + 1);
            if (steps > 1 && posts >= LeastPosts)
                most = Math.Max(most, NegativeBinomial.Surprise(posts, mean * steps, dispersion));
        }

        return most;
    }

    // One alert a wave: it lasts until it has been calm for a while.
    private bool Follow(Instant at, bool isHigh, bool isStillHigh)
    {
        if (_waveSince is not null && isStillHigh)
            _lastHigh = at;
        else if (_waveSince is not null && at - _lastHigh >= Calm)
            _waveSince = null;
        if (!isHigh || _waveSince is not null)
            return false;
        (_waveSince, _lastHigh) = (RoseAt(at), at);
        return true;
    }

    // The first of the steps of the last half hour that lay above what was expected, without a break.
    private Instant RoseAt(Instant at)
    {
        var since = at;
        for (var place = _steps.Count - 1; place >= 0 && at - _steps[place].At < Around && _steps[place].Value > _steps[place].Capped / 2; place--)
            since = _steps[place].At;
        return since;
    }

    private void Keep(Instant at, double count, double mean, double dispersion)
    {
        var cap = Math.Max(LeastPosts, mean + (CapDeviations * Math.Sqrt(mean * dispersion)));
        _steps.Add((at, count, _steps.Count < LeastSteps ? count : Math.Min(count, cap)));
        // Cut in bulk, so that a step costs the same whenever it comes.
        var oldest = FirstFrom(at - (OneDay * (Days + 1)));
        if (oldest > 1024)
            _steps.RemoveRange(0, oldest);
    }

    private Duration StepLength()
    {
        if (_steps.Count < 2)
            return Duration.FromMinutes(5);
        var last = Math.Min(_steps.Count - 1, 25);
        var lengths = new Duration[last];
        for (var back = 0; back < last; back++)
            lengths[back] = _steps[^(back + 1)].At - _steps[^(back + 2)].At;
        Array.Sort(lengths);
        return lengths[last / 2];
    }

    private int FirstFrom(Instant at)
    {
        int low = 0, high = _steps.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_steps[middle].At >= at)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
