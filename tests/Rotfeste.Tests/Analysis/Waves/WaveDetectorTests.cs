using NodaTime;
using Rotfeste.Analysis.Waves;

namespace Rotfeste.Tests.Analysis.Waves;

public sealed class WaveDetectorTests
{
    private static readonly Duration Step = Duration.FromMinutes(5);
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 2, 0, 0);

    // R: -pnbinom(x - 1, size = m / (d - 1), mu = m, lower.tail = FALSE, log.p = TRUE) / log(10), checked by summing the probabilities.
    [Theory]
    [InlineData(3, 0.02, 1.3)]
    [InlineData(10, 2, 1.3)]
    [InlineData(11, 3.6, 2)]
    [InlineData(1, 5, 1.5)]
    [InlineData(40, 50, 4)]
    [InlineData(260, 200, 1.3)]
    [InlineData(900, 200, 3)]
    public void The_surprise_is_the_tail_summed_term_by_term(int count, double mean, double dispersion)
    {
        var (size, failure) = (mean / (dispersion - 1), (dispersion - 1) / dispersion);
        var (term, below, above) = (Math.Pow(1 / dispersion, size), 0.0, 0.0);
        var logTerm = -size * Math.Log(dispersion);
        for (var k = 0; k < count + 5_000; k++)
        {
            term = Math.Exp(logTerm);
            (below, above) = k < count ? (below + term, above) : (below, above + term);
            logTerm += Math.Log((k + size) / (k + 1) * failure);
        }

        NegativeBinomial.Surprise(count, mean, dispersion).ShouldBe(-Math.Log10(above), 1e-7);
        (below + above).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Far_in_the_tail_the_surprise_still_grows()
    {
        NegativeBinomial.Surprise(100_000, 1, 1.3).ShouldBeInRange(60_000, 70_000);
        NegativeBinomial.Surprise(0, 1, 1.3).ShouldBe(0);
        NegativeBinomial.Surprise(1e6, 1e6, 2).ShouldBe(0.3, 0.01);
    }

    [Fact]
    public void A_changed_future_changes_nothing()
    {
        var counts = SimulatedCounts.Draw(5, 3, Step, 30, wavesPerMonth: 8).Steps;
        var whole = Watch(counts);
        foreach (var cut in new[] { 1, 300, 4_100, 6_000 })
        {
            var other = counts.Take(cut).Concat(counts.Skip(cut).Select(c => (c.At + Step, c.Count + 500))).ToList();
            Watch(other).Take(cut).ShouldBe(whole.Take(cut));
        }
    }

    [Theory]
    [InlineData(0.1, 6)]
    [InlineData(2, 12)]
    [InlineData(200, 900)]
    public void A_wave_is_told_of_once_and_soon(double level, int posts)
    {
        var counts = SimulatedCounts.Draw(11, level, Step, 20, wavesPerMonth: 0).Steps;
        var first = counts.First(c => c.At.InUtc().Hour == 15 && c.At > counts[0].At + Duration.FromDays(18)).At;
        var steps = Watch([.. counts.Select(c => c.At >= first && c.At < first + Duration.FromHours(2) ? (c.At, c.Count + posts) : c)]);

        var alerts = counts.Zip(steps).Where(s => s.Second.IsAlert && s.First.At >= first && s.First.At < first + Duration.FromHours(3)).ToList();
        var alert = alerts.ShouldHaveSingleItem();
        (alert.First.At - first).ShouldBeLessThan(Duration.FromMinutes(20));
        alert.Second.WaveSince!.Value.ShouldBeInRange(first - Duration.FromMinutes(30), alert.First.At);
    }

    [Fact]
    public void Two_waves_are_two_and_one_long_one_is_one()
    {
        var counts = SimulatedCounts.Draw(3, 1, Step, 25, wavesPerMonth: 0).Steps;
        var first = counts[0].At + Duration.FromDays(20);
        int Alerts(params (double From, double Until)[] hours)
        {
            bool IsIn(double hour) => hours.Any(h => hour >= h.From && hour < h.Until);
            var changed = counts.Select(c => IsIn((c.At - first).TotalHours) ? (c.At, c.Count + 25) : c).ToList();
            return changed.Zip(Watch(changed)).Count(s => s.Second.IsAlert && s.First.At >= first && s.First.At < first + Duration.FromHours(20));
        }

        Alerts((0, 2)).ShouldBe(1);
        Alerts((0, 9)).ShouldBe(1);
        Alerts((0, 2), (6, 8)).ShouldBe(2);
    }

    [Fact]
    public void Fewer_than_three_posts_are_no_wave()
    {
        var counts = Enumerable.Range(0, 6_000).Select(i => (Start + (Step * i), i > 5_000 && i % 400 == 0 ? 2 : 0)).ToList();
        Watch(counts).ShouldNotContain(s => s.IsAlert);
    }

    [Fact]
    public void A_quiet_search_keeps_to_its_budget()
    {
        foreach (var level in new[] { 0.1, 1, 20 })
        {
            foreach (var budget in new[] { 2.0, 8 })
            {
                var alerts = Enumerable.Range(0, 6).Sum(seed => AlertsAfterAMonth(budget, SimulatedCounts.Draw(seed, level, Duration.FromMinutes(15), 90, wavesPerMonth: 0)));
                (alerts / 6.0 / (62 / 30.0)).ShouldBeLessThan(budget * 1.25, $"level {level}, budget {budget}");
            }
        }
    }

    [Fact]
    public void A_larger_budget_tells_more()
    {
        int Alerts(double budget)
        {
            var detector = new WaveDetector(budget);
            return SimulatedCounts.Draw(9, 0.5, Step, 60, wavesPerMonth: 10).Steps.Count(s => detector.Add(s.At, s.Count).IsAlert);
        }

        Alerts(20).ShouldBeGreaterThan(Alerts(4));
        Alerts(4).ShouldBeGreaterThan(Alerts(0.5));
    }

    [Fact]
    public void An_earlier_burst_does_not_hide_the_next()
    {
        var counts = Enumerable.Range(0, 20 * 288).Select(i => (Start + (Step * i), 2 + (i % 3 == 0 ? 1 : 0) + (i % 288 is > 100 and < 110 && i / 288 == 18 ? 500 : 0))).ToList();
        var steps = Watch(counts);
        var next = 19 * 288 + 104;
        steps[next].Expected.ShouldBeInRange(1.8, 3.5);
    }

    [Fact]
    public void Missing_steps_are_no_noughts()
    {
        var counts = SimulatedCounts.Draw(4, 10, Step, 20, wavesPerMonth: 0).Steps;
        var thinned = counts.Where((_, i) => i % 7 != 0 && i is not (> 3_000 and < 3_400)).ToList();
        var whole = Watch(counts);
        var some = Watch(thinned);
        whole[^2].Expected.ShouldBe(some[^2].Expected, 2);
        some[thinned.FindIndex(c => c.At == counts[3_400].At)].IsAlert.ShouldBeFalse();
    }

    [Theory]
    [InlineData(60)]
    [InlineData(1440)]
    public void Hours_and_days_are_steps_too(int minutes)
    {
        var length = Duration.FromMinutes(minutes);
        var counts = SimulatedCounts.Draw(2, 5, length, minutes == 60 ? 30 : 120, wavesPerMonth: 0).Steps.ToList();
        counts[^3] = (counts[^3].At, 400);
        var steps = Watch(counts);
        steps[^3].IsAlert.ShouldBeTrue();
        // The sudden one, the budget of a month, and as many again while the day's rhythm was not known yet.
        steps.Count(s => s.IsAlert).ShouldBeLessThan(10);
    }

    [Fact]
    public void Steps_out_of_order_and_counts_below_nought_are_refused()
    {
        var detector = new WaveDetector();
        detector.Add(Start, 1);
        Should.Throw<ArgumentException>(() => detector.Add(Start, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => detector.Add(Start + Step, -1));
        Should.Throw<ArgumentOutOfRangeException>(() => new WaveDetector(0));
    }

    private static int AlertsAfterAMonth(double budget, SimulatedCounts counts)
    {
        var detector = new WaveDetector(budget);
        return counts.Steps.Count(s => detector.Add(s.At, s.Count).IsAlert && s.At > counts.Steps[0].At + Duration.FromDays(28));
    }

    private static List<WaveStep> Watch(IReadOnlyList<(Instant At, int Count)> counts)
    {
        var detector = new WaveDetector();
        return [.. counts.Select(c => detector.Add(c.At, c.Count))];
    }
}
