using Rotfeste.Analysis;

namespace Rotfeste.Tests.Analysis;

public class LatencyRecorderTests
{
    [Fact]
    public void Nothing_recorded_has_no_quantile()
    {
        var recorder = new LatencyRecorder();
        recorder.Quantile(0.5).ShouldBeNull();
        recorder.Max.ShouldBe(0);
    }

    [Fact]
    public void Quantiles_lie_within_one_part_in_128_above_the_true_ones()
    {
        var random = new Random(7);
        var recorder = new LatencyRecorder();
        var values = Enumerable.Range(0, 50_000).Select(_ => (long)Math.Exp(random.NextDouble() * 30)).ToArray();
        foreach (var value in values)
            recorder.Record(value);
        Array.Sort(values);
        foreach (var share in new[] { 0, 0.01, 0.5, 0.9, 0.99, 0.999, 1 })
        {
            var exact = values[Math.Max(0, (int)Math.Ceiling(share * values.Length) - 1)];
            recorder.Quantile(share)!.Value.ShouldBeInRange(exact, exact + (exact / 128));
        }
        recorder.Max.ShouldBe(values[^1]);
        recorder.Count.ShouldBe(values.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(long.MaxValue)]
    public void A_lone_value_comes_back_whole(long value)
    {
        var recorder = new LatencyRecorder();
        recorder.Record(value);
        recorder.Quantile(0.5).ShouldBe(value);
    }

    [Fact]
    public void A_clock_set_back_counts_as_no_time_at_all()
    {
        var recorder = new LatencyRecorder();
        recorder.Record(TimeSpan.FromSeconds(-1));
        recorder.Record(TimeSpan.FromMilliseconds(2));
        recorder.Quantile(0).ShouldBe(0);
        recorder.Max.ShouldBe(2_000);
    }

    [Fact]
    public void Many_threads_lose_nothing_and_recorders_add_up()
    {
        var first = new LatencyRecorder();
        Parallel.For(0, 100_000, value => first.Record(value));
        var second = new LatencyRecorder();
        second.Record(1_000_000);
        second.Add(first);
        second.Count.ShouldBe(100_001);
        second.Max.ShouldBe(1_000_000);
        first.Count.ShouldBe(100_000);
        second.Quantile(0.5)!.Value.ShouldBeInRange(50_000, 50_400);
    }

    [Fact]
    public void A_share_outside_nought_to_one_is_a_mistake() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new LatencyRecorder().Quantile(1.5));
}
