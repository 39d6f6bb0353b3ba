using NodaTime;
using Rotfeste.Analysis.Waves;
using Rotfeste.Bench.Figures;

namespace Rotfeste.Bench.Waves;

/// <summary>
/// Simulated searches of eight levels with two-hour waves of three to ten times: how many are noticed, how soon, and how often nothing was
/// there. Waves that bring fewer than ten posts in their first half hour are told apart. False alarms are counted from the fifteenth day.
/// </summary>
internal static class WavesRun
{
    private const double Budget = 4;
    private const int Days = 75;
    private const int DaysOfLearning = 14;
    private const int DaysPerMonth = 30;
    private static readonly double[] Levels = [0.02, 0.1, 0.3, 1, 3, 10, 50, 200];
    private static readonly Duration HalfAnHour = Duration.FromMinutes(30);

    public static void Run(bool isShort)
    {
        foreach (var minutes in new[] { 5, 15 })
        {
            foreach (var dispersion in new[] { 1.5, 3 })
                Print(minutes, dispersion, isShort ? 3 : 12);
        }
    }

    private static void Print(int minutes, double dispersion, int searches)
    {
        var levels = Levels.Select(level => Watch(level, Duration.FromMinutes(minutes), dispersion, searches)).ToList();
        var all = levels.Aggregate(new Tally(), (sum, t) => sum + t.Own);
        var knowing = levels.Aggregate(new Tally(), (sum, t) => sum + t.Knowing);
        List<Figure> figures =
        [
            new("noticed within 30 min, of waves with 10 posts in 30 min, %", all.Share, 90, MoreIsBetter: true),
            new("  by who knew the true rhythm and spread, and looks at sums, %", knowing.Share),
            new("such waves", all.Waves),
            new("noticed at all, of the sparser waves, %", 100.0 * all.SparseNoticed / Math.Max(1, all.SparseWaves)),
            new("sparser waves", all.SparseWaves),
            new("delay, minutes, mean", all.Delay / Math.Max(1, all.Noticed)),
            new("false alarms a month", all.FalsePerMonth, Budget),
            new("false alarms a month without any wave", all.QuietPerMonth, Budget),
        ];
        for (var at = 0; at < Levels.Length; at++)
        {
            figures.Add(new($"  level {Levels[at]} a step: noticed %", levels[at].Own.Waves == 0 ? double.NaN : levels[at].Own.Share));
            figures.Add(new($"  level {Levels[at]} a step: noticed % by who knew, of sums", levels[at].Own.Waves == 0 ? double.NaN : levels[at].Knowing.Share));
            figures.Add(new($"  level {Levels[at]} a step: false a month without waves", levels[at].Own.QuietPerMonth));
        }

        new Result($"waves in {minutes}-minute steps, variance {dispersion} times the mean, {searches} searches a level", [.. figures.Where(f => !double.IsNaN(f.Value))]).Print();
    }

    private static (Tally Own, Tally Knowing) Watch(double level, Duration step, double dispersion, int searches)
    {
        var (own, told) = (new Tally(), new Tally());
        var waving = Draw(level, step, dispersion, searches, wavesPerMonth: 4, seed: 0);
        var quiet = Draw(level, step, dispersion, searches, wavesPerMonth: 0, seed: 7);
        var knowing = new Knowing(level, step, dispersion);
        knowing.Learn(quiet, quiet[0].Steps[0].At + Duration.FromDays(DaysOfLearning), Budget * searches * (Days - DaysOfLearning) / DaysPerMonth);
        foreach (var counts in waving.Concat(quiet))
        {
            var detector = new WaveDetector(Budget);
            own += Tell(counts, counts.Steps.Where(s => detector.Add(s.At, s.Count).IsAlert).Select(s => s.At + step).ToList());
            told += Tell(counts, knowing.Alerts(counts));
        }

        return (own, told);
    }

    private static List<SimulatedCounts> Draw(double level, Duration step, double dispersion, int searches, double wavesPerMonth, int seed) =>
        [.. Enumerable.Range(0, searches).Select(s => SimulatedCounts.Draw((1000 * s) + seed + (int)(level * 100), level, step, Days, wavesPerMonth, dispersion))];

    private static Tally Tell(SimulatedCounts counts, List<Instant> alerts)
    {
        var from = counts.Steps[0].At + Duration.FromDays(DaysOfLearning);
        var wrong = alerts.Count(a => a > from && !counts.Waves.Any(w => a > w.From && a <= w.Until + HalfAnHour));
        var months = (Days - DaysOfLearning) / (double)DaysPerMonth;
        var tally = counts.Waves.Count > 0 ? new Tally { FalseAlarms = wrong, Months = months } : new Tally { QuietAlarms = wrong, QuietMonths = months };
        foreach (var wave in counts.Waves)
        {
            var first = alerts.Find(a => a > wave.From && a <= wave.Until);
            var isNoticed = first != default && first - wave.From <= HalfAnHour;
            tally += wave.PostsInHalfAnHour < 10
                ? new Tally { SparseWaves = 1, SparseNoticed = first != default ? 1 : 0 }
                : new Tally { Waves = 1, Noticed = isNoticed ? 1 : 0, Delay = isNoticed ? (first - wave.From).TotalMinutes : 0 };
        }

        return tally;
    }

    private readonly record struct Tally(
        int Waves, int Noticed, double Delay, int SparseWaves, int SparseNoticed, int FalseAlarms, double Months, int QuietAlarms, double QuietMonths)
    {
        public double Share => 100.0 * Noticed / Math.Max(1, Waves);

        public double FalsePerMonth => FalseAlarms / Math.Max(1, Months);

        public double QuietPerMonth => QuietAlarms / Math.Max(1, QuietMonths);

        public static Tally operator +(Tally a, Tally b) => new(
            a.Waves + b.Waves, a.Noticed + b.Noticed, a.Delay + b.Delay, a.SparseWaves + b.SparseWaves, a.SparseNoticed + b.SparseNoticed,
            a.FalseAlarms + b.FalseAlarms, a.Months + b.Months, a.QuietAlarms + b.QuietAlarms, a.QuietMonths + b.QuietMonths);
    }
}
