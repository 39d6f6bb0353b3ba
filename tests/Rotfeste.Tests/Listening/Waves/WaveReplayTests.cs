using NodaTime;
using Rotfeste.Listening.Volumes;
using Rotfeste.Listening.Waves;

namespace Rotfeste.Tests.Listening.Waves;

public sealed class WaveReplayTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 1, 0, 0);
    private static readonly Instant Rise = Start + Duration.FromDays(16);

    [Fact]
    public void A_burst_is_one_wave_with_its_posts_and_its_end()
    {
        var counts = Quiet(Rise + Duration.FromHours(6));
        for (var step = 0; step < 12; step++)
            counts[Rise + (StepCount.Length * step)] = 12;

        WaveReplay.Of(counts, [], Start, Rise - StepCount.Length, 4).ShouldBeEmpty();
        var risen = WaveReplay.Of(counts, [], Start, Rise + Duration.FromMinutes(30), 4).ShouldHaveSingleItem();
        risen.Since.ShouldBe(Rise);
        risen.EndedAt.ShouldBeNull();
        risen.Posts.ShouldBe(7 * 12);
        risen.Expected.ShouldBeLessThan(10);
        WaveReplay.Of(counts, [], Start, Rise + Duration.FromHours(5), 4).ShouldHaveSingleItem().EndedAt.ShouldNotBeNull();
    }

    [Fact]
    public void Steps_in_which_nobody_listened_are_no_silence()
    {
        var counts = Quiet(Rise);
        var gap = new Interval(Rise - Duration.FromDays(3), Rise - Duration.FromDays(1));
        foreach (var step in counts.Keys.Where(k => gap.Contains(k)).ToList())
            counts.Remove(step);

        WaveReplay.Of(counts, [gap], Start, Rise - StepCount.Length, 4).ShouldBeEmpty();
    }

    [Fact]
    public void A_wave_is_not_over_because_nobody_listens_any_longer()
    {
        var counts = Quiet(Rise);
        for (var step = 0; step < 6; step++)
            counts[Rise + (StepCount.Length * step)] = 12;
        var (broken, last) = (Rise + Duration.FromMinutes(30), Rise + Duration.FromHours(5));

        WaveReplay.Of(counts, [], Start, last, 4).ShouldHaveSingleItem().EndedAt.ShouldNotBeNull();
        WaveReplay.Of(counts, [new Interval(broken, null)], Start, last, 4).ShouldHaveSingleItem().EndedAt.ShouldBeNull();
    }

    // A post each quarter of an hour.
    private static Dictionary<Instant, long> Quiet(Instant until)
    {
        var counts = new Dictionary<Instant, long>();
        for (var at = Start; at < until; at += Duration.FromMinutes(15))
            counts[at] = 1;
        return counts;
    }
}
