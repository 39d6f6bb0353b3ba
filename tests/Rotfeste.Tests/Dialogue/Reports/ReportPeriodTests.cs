using NodaTime;
using Rotfeste.Dialogue.Reports;

namespace Rotfeste.Tests.Dialogue.Reports;

public sealed class ReportPeriodTests
{
    private static readonly DateTimeZone Oslo = DateTimeZoneProviders.Tzdb["Europe/Oslo"];

    // A Wednesday.
    private static readonly Instant Now = new LocalDateTime(2026, 11, 25, 13, 0).InZoneStrictly(Oslo).ToInstant();

    [Fact]
    public void The_usual_period_is_four_weeks_up_to_now_beside_as_much_of_the_four_before()
    {
        var period = ReportPeriod.Of(null, null, Oslo, Now);
        period.From.ShouldBe(new LocalDate(2026, 11, 2));
        period.End.ShouldBe(Now);
        period.Before.From.ShouldBe(new LocalDate(2026, 10, 5));
        (period.Before.End - period.Before.Start).ShouldBe(period.End - period.Start);
        period.Before.End.ShouldBeLessThanOrEqualTo(period.Start);
    }

    [Theory]
    [InlineData("2026-11-22", "2026-10-26", false)]
    [InlineData("2026-11-23", "2026-11-02", true)]
    [InlineData("2031-01-01", "2026-11-02", true)]
    [InlineData("ukjent", "2026-11-02", true)]
    public void The_last_day_chooses_its_week(string last, string from, bool isCurrent)
    {
        var period = ReportPeriod.Of(4, last, Oslo, Now);
        (period.From.ToString("uuuu-MM-dd", null), period.IsCurrent).ShouldBe((from, isCurrent));
    }

    [Fact]
    public void Only_whole_weeks_of_three_lengths_can_be_asked_for() =>
        ReportPeriod.Of(1, null, Oslo, Now).Weeks.ShouldBe(4);

    [Fact]
    public void A_period_over_a_clock_change_begins_and_ends_at_midnight() =>
        ReportPeriod.Of(4, "2026-11-15", Oslo, Now).Start.ShouldBe(new LocalDateTime(2026, 10, 19, 0, 0).InZoneStrictly(Oslo).ToInstant());
}
