using NodaTime;
using Rotfeste.Analysis;

namespace Rotfeste.Tests.Analysis;

public class HourlyCountsTests
{
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
    private static readonly Instant Later = At(2030, 1, 1, 0);

    [Fact]
    public void An_hour_without_counts_is_nought_where_one_listened_and_unknown_where_one_did_not()
    {
        var counts = new HourlyCounts([new(At(2026, 5, 1, 10), 3)], [new(At(2026, 5, 1, 12), At(2026, 5, 1, 13))]);
        var buckets = counts.Buckets(At(2026, 5, 1, 10), At(2026, 5, 1, 14), BucketWidth.Hour, Oslo, Later);
        buckets.Select(bucket => bucket.Count).ShouldBe([3, 0, null, 0]);
        buckets.Select(bucket => bucket.State)
            .ShouldBe([BucketState.Known, BucketState.Known, BucketState.Unknown, BucketState.Known]);
        buckets[0].LocalStart.Hour.ShouldBe(12);
    }

    [Fact]
    public void A_bucket_partly_in_a_gap_says_at_least()
    {
        var gap = new Interval(At(2026, 5, 1, 10) + Duration.FromMinutes(30), At(2026, 5, 1, 11));
        var counts = new HourlyCounts([], [gap]);
        var bucket = counts.Buckets(At(2026, 5, 1, 10), At(2026, 5, 1, 11), BucketWidth.Hour, Oslo, Later).ShouldHaveSingleItem();
        (bucket.Count, bucket.State).ShouldBe((0L, BucketState.AtLeast));
    }

    [Fact]
    public void What_was_counted_in_a_gap_is_not_thrown_away()
    {
        var hour = At(2026, 5, 1, 10);
        var counts = new HourlyCounts([new(hour, 2)], [new(hour, hour + Duration.FromHours(1))]);
        var bucket = counts.Buckets(hour, hour + Duration.FromHours(1), BucketWidth.Hour, Oslo, Later).ShouldHaveSingleItem();
        (bucket.Count, bucket.State).ShouldBe((2L, BucketState.AtLeast));
    }

    [Fact]
    public void Gaps_that_touch_overlap_or_have_no_end_are_one()
    {
        var counts = new HourlyCounts(
            [],
            [new(At(2026, 5, 1, 11), null), new(At(2026, 5, 1, 10), At(2026, 5, 1, 11)), new(null, At(2026, 5, 1, 9))]);
        counts.Buckets(At(2026, 5, 1, 8), At(2026, 5, 1, 13), BucketWidth.Hour, Oslo, Later).Select(bucket => bucket.State).ShouldBe(
            [BucketState.Unknown, BucketState.Known, BucketState.Unknown, BucketState.Unknown, BucketState.Unknown]);
    }

    [Fact]
    public void Overlapping_gaps_are_not_counted_twice()
    {
        var hour = At(2026, 5, 1, 10);
        Interval Minutes(int from, int until) => new(hour + Duration.FromMinutes(from), hour + Duration.FromMinutes(until));
        var counts = new HourlyCounts([], [Minutes(0, 30), Minutes(0, 30), Minutes(10, 40)]);
        counts.Buckets(hour, hour + Duration.FromHours(1), BucketWidth.Hour, Oslo, Later)[0].State.ShouldBe(BucketState.AtLeast);
    }

    [Fact]
    public void Days_follow_the_zone_through_both_changes_of_the_clock()
    {
        var hours = Enumerable.Range(0, 24 * 365).Select(hour => KeyValuePair.Create(At(2026, 1, 1, 0) + Duration.FromHours(hour), 1L));
        var counts = new HourlyCounts(hours, []);
        long DayOf(int month, int day) =>
            counts.Buckets(At(2026, month, day, 12), At(2026, month, day, 13), BucketWidth.Day, Oslo, Later).ShouldHaveSingleItem().Count!.Value;
        DayOf(3, 29).ShouldBe(23);
        DayOf(10, 25).ShouldBe(25);
        DayOf(6, 1).ShouldBe(24);
    }

    [Fact]
    public void Weeks_begin_on_Monday_and_months_on_the_first()
    {
        var counts = new HourlyCounts([], []);
        var weeks = counts.Buckets(At(2026, 5, 1, 12), At(2026, 5, 12, 0), BucketWidth.Week, Oslo, Later);
        weeks.Select(week => week.LocalStart.Date).ShouldBe([new(2026, 4, 27), new(2026, 5, 4), new(2026, 5, 11)]);
        var months = counts.Buckets(At(2026, 1, 31, 23), At(2026, 3, 2, 0), BucketWidth.Month, Oslo, Later);
        months.Select(month => month.LocalStart.Date).ShouldBe([new(2026, 2, 1), new(2026, 3, 1)]);
        months[0].End.ShouldBe(months[1].Start);
    }

    [Fact]
    public void The_bucket_we_stand_in_is_unfinished_and_the_future_has_none()
    {
        var now = At(2026, 5, 1, 11) + Duration.FromMinutes(20);
        // The gap goes on past the present: only what has passed can have been missed.
        var counts = new HourlyCounts([], [new(At(2026, 5, 1, 11), null)]);
        var buckets = counts.Buckets(At(2026, 5, 1, 10), At(2026, 5, 2, 0), BucketWidth.Hour, Oslo, now);
        buckets.Select(bucket => bucket.IsUnfinished).ShouldBe([false, true]);
        buckets[1].State.ShouldBe(BucketState.Unknown);
    }

    [Fact]
    public void A_zone_off_the_full_hour_loses_and_doubles_nothing()
    {
        var kathmandu = DateTimeZoneProviders.Tzdb["Asia/Kathmandu"];
        var hours = Enumerable.Range(0, 240).Select(hour => KeyValuePair.Create(At(2026, 5, 1, 0) + Duration.FromHours(hour), 1L));
        var counts = new HourlyCounts(hours, []);
        var days = counts.Buckets(At(2026, 4, 30, 0), At(2026, 5, 12, 0), BucketWidth.Day, kathmandu, Later);
        days.Sum(day => day.Count).ShouldBe(240);
        days.Count(day => day.Count == 24).ShouldBe(9);
    }

    [Fact]
    public void A_day_that_the_calendar_left_out_is_passed_over()
    {
        var apia = DateTimeZoneProviders.Tzdb["Pacific/Apia"];
        var days = new HourlyCounts([], []).Buckets(At(2011, 12, 29, 12), At(2012, 1, 1, 12), BucketWidth.Day, apia, Later);
        days.Select(day => day.LocalStart.Date).ShouldBe([new(2011, 12, 29), new(2011, 12, 31), new(2012, 1, 1), new(2012, 1, 2)]);
    }

    [Fact]
    public void Several_entries_of_one_hour_add_up()
    {
        var hour = At(1969, 12, 31, 23);
        var counts = new HourlyCounts([new(hour, 1), new(hour + Duration.FromMinutes(59), 2)], []);
        counts.Buckets(hour, hour + Duration.FromHours(1), BucketWidth.Hour, Oslo, Later)[0].Count.ShouldBe(3);
    }

    [Fact]
    public void Nonsense_is_a_mistake()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new HourlyCounts([new(Later, -1)], []));
        var counts = new HourlyCounts([], []);
        Should.Throw<ArgumentException>(() => counts.Buckets(Later, At(2026, 1, 1, 0), BucketWidth.Day, Oslo, Later));
        Should.Throw<ArgumentOutOfRangeException>(() => counts.Buckets(At(1970, 1, 1, 0), Later, BucketWidth.Hour, Oslo, Later));
    }

    private static Instant At(int year, int month, int day, int hour) => Instant.FromUtc(year, month, day, hour, 0);
}
