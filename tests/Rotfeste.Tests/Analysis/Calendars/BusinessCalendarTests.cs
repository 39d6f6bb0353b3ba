using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Rotfeste.Analysis.Calendars;
using Interval = NodaTime.Interval;

namespace Rotfeste.Tests.Analysis.Calendars;

public sealed class BusinessCalendarTests
{
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];
    private static readonly OpenHours Day = OpenHours.Between("08:00", "15:45");
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(400).WithQuietOnSuccess(true);

    [Fact]
    public void Business_time_is_what_counting_the_minutes_gives() => ForRandom(random =>
    {
        var slow = new SlowCalendar(random);
        var from = slow.Moment(random);
        var until = from + Duration.FromMinutes(random.Next(-100, 12 * 1440));
        var pauses = Pauses(random, from);
        slow.Fast.Between(from, until, pauses).ShouldBe(Duration.FromMinutes(Minutes(from, until).Count(m => slow.IsOpen(m) && !IsIn(pauses, m))));
        slow.Fast.IsOpen(from).ShouldBe(slow.IsOpen(from));
    });

    [Fact]
    public void The_moment_after_so_much_business_time_is_what_counting_the_minutes_gives() => ForRandom(random =>
    {
        var slow = new SlowCalendar(random);
        var from = slow.Moment(random);
        var pauses = Pauses(random, from);
        var wanted = random.Next(0, 2_000);
        var limit = from + Duration.FromDays(12);
        var (at, counted) = (from, 0);
        for (; counted < wanted && at < limit; at += Duration.FromMinutes(1))
        {
            if (slow.IsOpen(at) && !IsIn(pauses, at))
                counted++;
        }

        var due = slow.Fast.After(from, Duration.FromMinutes(wanted), pauses);
        if (counted == wanted)
            due.ShouldBe(at);
        else
            (due is null || due > limit).ShouldBeTrue();
    });

    [Fact]
    public void An_interval_that_ends_at_midnight_meets_the_one_that_begins_there()
    {
        var calendar = new BusinessCalendar(Oslo, new Dictionary<IsoDayOfWeek, IReadOnlyList<OpenHours>>
        {
            [IsoDayOfWeek.Monday] = [OpenHours.Between("22:00", "24:00")],
            [IsoDayOfWeek.Tuesday] = [OpenHours.Between("00:00", "02:00")],
        });
        calendar.Between(At(2026, 11, 23, 12, 0), At(2026, 11, 24, 12, 0)).ShouldBe(Duration.FromHours(4));
        calendar.After(At(2026, 11, 23, 23, 0), Duration.FromHours(1)).ShouldBe(At(2026, 11, 24, 0, 0));
        calendar.After(At(2026, 11, 23, 23, 0), Duration.FromHours(2)).ShouldBe(At(2026, 11, 24, 1, 0));
        calendar.IsOpen(At(2026, 11, 24, 0, 0)).ShouldBeTrue();
    }

    [Fact]
    public void A_holiday_inside_is_not_counted()
    {
        var calendar = BusinessCalendar.MondayToFriday(Oslo, HolidayCountry.Norway, Day);
        // Wednesday noon over Maundy Thursday, Good Friday, the weekend and Easter Monday to Tuesday nine.
        calendar.Between(At(2026, 4, 1, 12, 0), At(2026, 4, 7, 9, 0)).ShouldBe(Duration.FromMinutes(225 + 60));
        calendar.After(At(2026, 4, 1, 12, 0), Duration.FromMinutes(226)).ShouldBe(At(2026, 4, 7, 8, 1));
    }

    [Fact]
    public void The_hour_that_the_clock_skips_cannot_be_worked()
    {
        var calendar = Always();
        calendar.Between(At(2026, 3, 29, 0, 0), At(2026, 3, 30, 0, 0)).ShouldBe(Duration.FromHours(23));
        var night = Nights("01:00", "04:00");
        night.Between(At(2026, 3, 29, 0, 0), At(2026, 3, 29, 12, 0)).ShouldBe(Duration.FromHours(2));
        Nights("02:00", "03:00").Between(At(2026, 3, 28, 12, 0), At(2026, 3, 29, 12, 0)).ShouldBe(Duration.Zero);
    }

    [Fact]
    public void The_hour_that_the_clock_repeats_is_worked_twice()
    {
        Always().Between(At(2026, 10, 25, 0, 0), At(2026, 10, 26, 0, 0)).ShouldBe(Duration.FromHours(25));
        Nights("01:00", "04:00").Between(At(2026, 10, 25, 0, 0), At(2026, 10, 25, 12, 0)).ShouldBe(Duration.FromHours(4));
        // Open for the first half of the hour, closed, and open for the first half of the same hour again.
        var half = Nights("02:00", "02:30");
        half.Between(At(2026, 10, 25, 0, 0), At(2026, 10, 25, 12, 0)).ShouldBe(Duration.FromHours(1));
        half.After(At(2026, 10, 25, 0, 0), Duration.FromMinutes(45)).ShouldBe(Instant.FromUtc(2026, 10, 25, 1, 15));
    }

    [Fact]
    public void What_runs_out_at_closing_is_due_at_closing()
    {
        var calendar = BusinessCalendar.MondayToFriday(Oslo, null, OpenHours.Between("08:00", "11:30"), OpenHours.Between("12:00", "16:00"));
        calendar.After(At(2026, 11, 25, 10, 30), Duration.FromHours(1)).ShouldBe(At(2026, 11, 25, 11, 30));
        calendar.After(At(2026, 11, 25, 10, 30), Duration.FromMinutes(61)).ShouldBe(At(2026, 11, 25, 12, 1));
        calendar.After(At(2026, 11, 28, 3, 0), Duration.Zero).ShouldBe(At(2026, 11, 28, 3, 0));
    }

    [Fact]
    public void Christmas_Eve_and_local_days_are_as_they_are_set()
    {
        var week = Enumerable.Range(1, 5).ToDictionary(d => (IsoDayOfWeek)d, _ => (IReadOnlyList<OpenHours>)[Day]);
        var half = new BusinessCalendar(Oslo, week, HolidayCountry.Norway, [YearlyDay.ChristmasEve(OpenHours.Between("08:00", "12:00"))]);
        var closed = new BusinessCalendar(Oslo, week, HolidayCountry.Norway, [YearlyDay.ChristmasEve()], [new(new(2026, 12, 23), [])]);
        half.Between(At(2026, 12, 24, 0, 0), At(2026, 12, 25, 0, 0)).ShouldBe(Duration.FromHours(4));
        closed.Between(At(2026, 12, 23, 0, 0), At(2026, 12, 27, 0, 0)).ShouldBe(Duration.Zero);
        // A special day wins over a holiday: the counter is open on 17 May.
        var open = new BusinessCalendar(Oslo, week, HolidayCountry.Norway, special: [new(new(2027, 5, 17), [OpenHours.Between("10:00", "12:00")])]);
        open.Between(At(2027, 5, 17, 0, 0), At(2027, 5, 18, 0, 0)).ShouldBe(Duration.FromHours(2));
    }

    [Fact]
    public void A_calendar_that_never_opens_and_a_pause_that_never_ends_have_no_due_time()
    {
        new BusinessCalendar(Oslo, new Dictionary<IsoDayOfWeek, IReadOnlyList<OpenHours>>()).After(At(2026, 1, 1, 0, 0), Duration.FromMinutes(1)).ShouldBeNull();
        Always().After(At(2026, 1, 1, 0, 0), Duration.FromMinutes(2), [new(At(2026, 1, 1, 0, 1), null)]).ShouldBeNull();
    }

    [Fact]
    public void Hours_that_overlap_are_refused() =>
        Should.Throw<ArgumentException>(() => BusinessCalendar.MondayToFriday(Oslo, null, OpenHours.Between("08:00", "12:00"), OpenHours.Between("11:00", "13:00")));

    private static Instant At(int year, int month, int day, int hour, int minute) =>
        new LocalDateTime(year, month, day, hour, minute).InZoneLeniently(Oslo).ToInstant();

    private static BusinessCalendar Always() => Nights("00:00", "24:00");

    private static BusinessCalendar Nights(string from, string until) =>
        new(Oslo, Enumerable.Range(1, 7).ToDictionary(d => (IsoDayOfWeek)d, _ => (IReadOnlyList<OpenHours>)[OpenHours.Between(from, until)]));

    private static List<Interval> Pauses(Random random, Instant from) =>
    [
        .. Enumerable.Range(0, random.Next(4)).Select(_ => from + Duration.FromMinutes(random.Next(-500, 10_000)))
            .Select(start => new Interval(start, random.Next(20) == 0 ? null : start + Duration.FromMinutes(random.Next(3_000)))),
    ];

    private static bool IsIn(List<Interval> pauses, Instant minute) => pauses.Exists(p => p.Contains(minute));

    private static IEnumerable<Instant> Minutes(Instant from, Instant until)
    {
        for (var at = from; at < until; at += Duration.FromMinutes(1))
            yield return at;
    }

    private static void ForRandom(Action<Random> check) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => check(new Random(seed))).Check(Often);
}
