using NodaTime;

namespace Rotfeste.Analysis.Waves;

/// <summary>
/// Learns from a search's own past how much evidence of a wave comes so rarely as the budget allows. Peaks are the greatest evidence of
/// each stretch of three hours, so that one wave is about one peak. Their tail is taken as exponential, with a scale read off its middle:
/// noise of the search's own kind makes it longer than chance alone, the few real waves at its end do not move it.
/// </summary>
internal sealed class AlertThreshold
{
    /// <summary>Ten times likelier with a wave than without: whatever the past says, less than that is nothing to wake anybody for.</summary>
    private const double Floor = 1;

    /// <summary>The scale of the tail by chance alone: evidence is exponential with 1 / ln 10.</summary>
    private const double ChanceScale = 0.434;

    private const double PeaksPerDay = 8;
    private const double DaysPerMonth = 30;
    private const int FewestPeaks = 24;

    // What each alert beyond the budget in the last month adds.
    private const double Overdraft = 0.2;

    // Peaks above the threshold are more than alerts: near each other they are one wave, and the last alerts raise it. Found by trying.
    private const double PeaksAnAlert = 1.5;

    // How far past the threshold a wave counts when the past is looked at: enough to raise it where waves are many.
    private const double WaveExcess = 0.5;

    private static readonly Duration Stretch = Duration.FromHours(24 / PeaksPerDay);
    private static readonly Duration Memory = Duration.FromDays(28);

    private readonly double _alertsPerMonth;
    private readonly Queue<(Instant From, double Evidence)> _peaks = new();
    private readonly Queue<Instant> _alerts = new();
    private (Instant From, double Evidence)? _current;
    private double? _learnt;

    public AlertThreshold(double alertsPerMonth)
    {
        if (!(alertsPerMonth > 0 && double.IsFinite(alertsPerMonth)))
            throw new ArgumentOutOfRangeException(nameof(alertsPerMonth), alertsPerMonth, "A budget is above 0.");
        _alertsPerMonth = alertsPerMonth;
    }

    public double At(Instant at, Duration step)
    {
        while (_alerts.TryPeek(out var alert) && at - alert > Duration.FromDays(DaysPerMonth))
            _alerts.Dequeue();
        var overdraft = Overdraft * Math.Max(0, _alerts.Count + 1 - _alertsPerMonth);
        return Math.Max(_peaks.Count < FewestPeaks ? ByChance(step) : _learnt ??= Learnt(), Floor) + overdraft;
    }

    /// <summary>Takes in a step; one within a wave says no more than that the threshold was passed.</summary>
    public void Learn(Instant at, double evidence, double threshold, bool isAlert, bool isInWave)
    {
        if (isAlert)
            _alerts.Enqueue(at);
        var told = isInWave ? Math.Min(evidence, threshold + WaveExcess) : evidence;
        // A wave is one peak, however long it lasts.
        if (_current is { } current && (at - current.From < Stretch || (isInWave && !isAlert)))
        {
            _current = (current.From, Math.Max(current.Evidence, told));
            return;
        }

        if (_current is { } past)
            _peaks.Enqueue(past);
        while (_peaks.TryPeek(out var oldest) && at - oldest.From > Memory)
            _peaks.Dequeue();
        (_current, _learnt) = ((at, told), null);
    }

    // Before anything is learnt: so that chance alone would use up the budget, were every step a trial of its own.
    private double ByChance(Duration step) => Math.Log10(Math.Max(10, DaysPerMonth * Duration.FromDays(1).TotalSeconds / step.TotalSeconds / _alertsPerMonth)) + 0.5;

    private double Learnt()
    {
        var peaks = _peaks.Select(p => p.Evidence).OrderDescending().ToArray();
        var days = Math.Max(1, (_current!.Value.From - _peaks.Peek().From).TotalDays);
        var allowed = PeaksAnAlert * _alertsPerMonth * days / DaysPerMonth;
        var far = Math.Min(Math.Max(9, 9 * allowed), peaks.Length - 1);
        var near = Math.Min(Math.Max(3, 3 * allowed), far / 3);
        var scale = Ranked(peaks, far) > 0 ? Math.Max(ChanceScale, (Ranked(peaks, near) - Ranked(peaks, far)) / Math.Log(far / near)) : ChanceScale;
        return Ranked(peaks, near) + (scale * Math.Log(near / allowed));
    }

    // Between two ranks in proportion; the greatest has rank 1.
    private static double Ranked(double[] descending, double rank)
    {
        var above = (int)rank;
        return descending[above - 1] + ((rank - above) * (descending[Math.Min(above, descending.Length - 1)] - descending[above - 1]));
    }
}
