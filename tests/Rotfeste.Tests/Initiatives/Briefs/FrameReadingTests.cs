using NodaTime;
using Rotfeste.Initiatives.Briefs;

namespace Rotfeste.Tests.Initiatives.Briefs;

public sealed class FrameReadingTests
{
    [Theory]
    [InlineData("240 000", 240000)]
    [InlineData("240\u00a0000", 240000)]
    [InlineData("240.000", 240000)]
    [InlineData("7,5", 7.5)]
    [InlineData("240.000,50", 240000.5)]
    [InlineData("0", 0)]
    public void Money_is_read_as_people_write_it(string typed, double money) =>
        FrameReading.Of(new Brief { Money = typed }).Frame.Money.ShouldBe((decimal)money);

    [Theory]
    [InlineData("1000000000000000")]
    [InlineData("-1")]
    [InlineData("mye")]
    [InlineData("1e9")]
    [InlineData("٣٠٠")]
    public void An_amount_that_no_budget_holds_is_refused(string typed)
    {
        var (frame, wrong) = FrameReading.Of(new Brief { Money = typed });

        frame.Money.ShouldBeNull();
        wrong.ShouldBe(["money"]);
    }

    [Theory]
    [InlineData("-3")]
    [InlineData("10001")]
    [InlineData("åtte")]
    public void Hours_below_nothing_or_beyond_reason_are_refused(string typed) =>
        FrameReading.Of(new Brief { Hours = typed }).Wrong.ShouldBe(["hours"]);

    [Fact]
    public void A_date_is_read_and_a_day_that_does_not_exist_is_refused()
    {
        FrameReading.Of(new Brief { Until = "2027-12-31" }).Frame.PeriodEnd.ShouldBe(new LocalDate(2027, 12, 31));
        FrameReading.Of(new Brief { Until = "2027-02-30" }).Wrong.ShouldBe(["until"]);
    }

    [Fact]
    public void An_empty_page_has_no_frame()
    {
        var (frame, wrong) = FrameReading.Of(Brief.Empty);

        (frame.Money, frame.HoursAWeek, frame.PeriodEnd).ShouldBe((null, null, null));
        wrong.ShouldBeEmpty();
        Brief.Empty.IsEmpty.ShouldBeTrue();
    }
}
