using System.Globalization;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Weeks;

namespace Rotfeste.Tests.Initiatives.Weeks;

public sealed class WeekGridTests
{
    private static readonly WeekGrid Filled = new(
    [
        new WeekRow("Jonas Eide", ["3", "2,5", "", "", "", "", ""]),
        new WeekRow("Amina Yusuf", ["", "", "", "4", "", "", ""]),
    ]);

    [Fact]
    public void What_is_kept_reads_back_as_it_was() =>
        WeekGrid.Read(Filled.Write()).Write().ShouldBe(Filled.Write());

    [Fact]
    public void A_form_gives_the_rows_that_have_something_and_no_form_gives_none()
    {
        var form = new Dictionary<string, string>
        {
            ["week.0.name"] = "  Jonas \t Eide ", ["week.0.0"] = "3", ["week.0.1"] = "2,5", ["week.1.name"] = "",
            ["week.2.name"] = "Amina Yusuf", ["week.2.3"] = "4",
        };

        WeekGrid.ReadForm(form.GetValueOrDefault)!.Write().ShouldBe(Filled.Write());
        WeekGrid.ReadForm(_ => null).ShouldBeNull();
    }

    [Fact]
    public void The_week_is_said_a_line_a_person_in_the_language_that_is_spoken()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nb-NO");
        Filled.Say().ShouldBe("Jonas Eide: mandag 3, tirsdag 2,5\nAmina Yusuf: torsdag 4");
    }

    [Fact]
    public void Words_without_a_grid_stay_words() =>
        WeekGrid.Read("Fire fra drift, etter tur").Say().ShouldBe("Fire fra drift, etter tur");

    [Fact]
    public void The_sum_is_the_frames_hours_whatever_is_typed_beside_it()
    {
        FrameReading.Of(new Brief { Week = Filled.Write(), Hours = "22" }).Frame.HoursAWeek.ShouldBe(9.5m);
        FrameReading.Of(new Brief { Week = "Fire fra drift", Hours = "22" }).Frame.HoursAWeek.ShouldBe(22);
        FrameReading.Of(new Brief { Week = "", Hours = "" }).Frame.HoursAWeek.ShouldBeNull();
    }

    [Theory]
    [InlineData("25")]
    [InlineData("-2")]
    [InlineData("to")]
    public void A_day_has_no_more_than_24_hours_and_no_fewer_than_none(string typed) =>
        FrameReading.Of(new Brief { Week = new WeekGrid([new WeekRow("Jonas", [typed, "", "", "", "", "", ""])]).Write() }).Wrong.ShouldBe(["week"]);
}
