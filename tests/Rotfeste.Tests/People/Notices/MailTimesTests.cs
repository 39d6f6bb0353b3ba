using NodaTime;
using NodaTime.Text;
using Rotfeste.People.Contracts;
using Rotfeste.People.Notices;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Tests.People.Notices;

public sealed class MailTimesTests
{
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];

    [Theory]
    [InlineData("2026-11-25T12:00:00", "2026-11-25T12:01:00")]
    [InlineData("2026-11-25T12:00:01", "2026-11-25T12:02:00")]
    [InlineData("2026-11-25T19:58:30", "2026-11-26T07:00:00")]
    [InlineData("2026-11-25T03:00:00", "2026-11-25T07:00:00")]
    [InlineData("2026-11-25T07:00:00", "2026-11-25T07:01:00")]
    public void At_once_is_within_two_minutes_outside_the_quiet_hours(string now, string expected) =>
        Next(MailWay.AtOnce, NoticeUrgency.Ordinary, now, quiet: (20, 7)).ShouldBe(expected);

    [Theory]
    [InlineData("2026-11-25T07:59:59", "2026-11-25T08:00:00")]
    [InlineData("2026-11-25T08:00:00", "2026-11-26T08:00:00")]
    public void Once_a_day_is_the_next_time_the_hour_comes(string now, string expected)
    {
        Next(MailWay.Daily, NoticeUrgency.Ordinary, now).ShouldBe(expected);
        Next(MailWay.AtOnce, NoticeUrgency.Calm, now).ShouldBe(expected);
    }

    [Fact]
    public void What_is_urgent_waits_for_no_daily_mail_and_for_quiet_hours_only_where_one_wants_it()
    {
        Next(MailWay.Daily, NoticeUrgency.Urgent, "2026-11-25T12:00:00").ShouldBe("2026-11-25T12:00:00");
        Next(MailWay.AtOnce, NoticeUrgency.Urgent, "2026-11-25T02:00:00", quiet: (20, 7)).ShouldBe("2026-11-25T02:00:00");
        Next(MailWay.AtOnce, NoticeUrgency.Urgent, "2026-11-25T02:00:00", quiet: (20, 7), breaks: false).ShouldBe("2026-11-25T07:00:00");
    }

    [Theory]
    [InlineData(NoticeUrgency.Calm)]
    [InlineData(NoticeUrgency.Ordinary)]
    [InlineData(NoticeUrgency.Urgent)]
    public void Never_is_never(NoticeUrgency urgency) => Next(MailWay.Never, urgency, "2026-11-25T12:00:00").ShouldBeNull();

    [Fact]
    public void The_same_hour_twice_leaves_no_hour_quiet() =>
        Next(MailWay.AtOnce, NoticeUrgency.Ordinary, "2026-11-25T03:00:00", quiet: (7, 7)).ShouldBe("2026-11-25T03:01:00");

    [Fact]
    public void Quiet_hours_may_lie_within_the_day() =>
        Next(MailWay.AtOnce, NoticeUrgency.Ordinary, "2026-11-25T10:00:00", quiet: (9, 15)).ShouldBe("2026-11-25T15:00:00");

    [Fact]
    public void The_daily_hour_is_the_clock_on_the_wall_on_both_sides_of_a_change()
    {
        // The clock goes back in the night to 25 October 2026 and forward in the night to 28 March 2027.
        Next(MailWay.Daily, NoticeUrgency.Ordinary, "2026-10-24T09:00:00").ShouldBe("2026-10-25T08:00:00");
        Next(MailWay.Daily, NoticeUrgency.Ordinary, "2027-03-27T09:00:00").ShouldBe("2027-03-28T08:00:00");
    }

    [Fact]
    public void An_hour_that_the_clock_skips_is_the_one_after_it() =>
        Next(MailWay.Daily, NoticeUrgency.Ordinary, "2027-03-27T09:00:00", daily: 2).ShouldBe("2027-03-28T03:00:00");

    [Fact]
    public void Of_an_hour_that_comes_twice_the_first_is_taken()
    {
        var before = Oslo.AtStrictly(new LocalDateTime(2026, 10, 24, 9, 0)).ToInstant();
        var choice = Choice(MailWay.Daily, daily: 2);

        var first = MailTimes.Next(choice, NoticeUrgency.Ordinary, before, Oslo)!.Value;
        var next = MailTimes.Next(choice, NoticeUrgency.Ordinary, first, Oslo)!.Value;

        first.ShouldBe(Instant.FromUtc(2026, 10, 25, 0, 0));
        next.ShouldBe(Instant.FromUtc(2026, 10, 26, 1, 0));
    }

    private static MailChoice Choice(MailWay way, int daily = 8, (int From, int To)? quiet = null, bool breaks = true)
    {
        var choice = MailChoice.Usual(OrganisationId.New(), PersonId.New());
        var (from, to) = quiet ?? (0, 0);
        choice.Choose(way, daily, from, to, breaks);
        return choice;
    }

    private static string? Next(
        MailWay way, NoticeUrgency urgency, string now, int daily = 8, (int From, int To)? quiet = null, bool breaks = true)
    {
        var at = Oslo.AtStrictly(LocalDateTimePattern.GeneralIso.Parse(now).Value).ToInstant();
        return MailTimes.Next(Choice(way, daily, quiet, breaks), urgency, at, Oslo) is { } next
            ? LocalDateTimePattern.GeneralIso.Format(next.InZone(Oslo).LocalDateTime)
            : null;
    }
}
