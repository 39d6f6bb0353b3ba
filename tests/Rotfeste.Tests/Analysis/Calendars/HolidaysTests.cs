using NodaTime;
using Rotfeste.Analysis.Calendars;

namespace Rotfeste.Tests.Analysis.Calendars;

public sealed class HolidaysTests
{
    // The Easter Sundays that almanacs print.
    [Theory]
    [InlineData(1818, 3, 22)]
    [InlineData(1943, 4, 25)]
    [InlineData(1954, 4, 18)]
    [InlineData(1981, 4, 19)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2011, 4, 24)]
    [InlineData(2019, 4, 21)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2038, 4, 25)]
    [InlineData(2049, 4, 18)]
    [InlineData(2076, 4, 19)]
    public void Easter_is_where_the_almanac_has_it(int year, int month, int day) =>
        Holidays.EasterSunday(year).ShouldBe(new LocalDate(year, month, day));

    // Golden number and epact, step by step as Clavius set them down, against the short formula.
    [Fact]
    public void Easter_is_what_the_church_tables_give()
    {
        for (var year = 1583; year <= 4099; year++)
        {
            var golden = (year % 19) + 1;
            var century = (year / 100) + 1;
            var epact = ((11 * golden) + 20 + (((8 * century) + 5) / 25 - 5) - ((3 * century / 4) - 12)) % 30;
            epact = (epact + 30) % 30;
            if (epact == 24 || (epact == 25 && golden > 11))
                epact++;
            var moon = 44 - epact;
            moon = moon < 21 ? moon + 30 : moon;
            var day = new LocalDate(year, 3, 1).PlusDays(moon - 1);
            Holidays.EasterSunday(year).ShouldBe(day.Next(IsoDayOfWeek.Sunday), year.ToString());
        }
    }

    [Fact]
    public void Norway_2026() => Dates(HolidayCountry.Norway, 2026).ShouldBe(
        ["01-01", "04-02", "04-03", "04-05", "04-06", "05-01", "05-14", "05-17", "05-24", "05-25", "12-25", "12-26"]);

    [Fact]
    public void Sweden_2026() => Dates(HolidayCountry.Sweden, 2026).ShouldBe(
        ["01-01", "01-06", "04-03", "04-05", "04-06", "05-01", "05-14", "05-24", "06-06", "06-20", "10-31", "12-25", "12-26"]);

    [Fact]
    public void Denmark_2026_has_no_great_prayer_day() => Dates(HolidayCountry.Denmark, 2026).ShouldBe(
        ["01-01", "04-02", "04-03", "04-05", "04-06", "05-14", "05-24", "05-25", "12-25", "12-26"]);

    [Fact]
    public void Great_prayer_day_was_kept_for_the_last_time_on_5_May_2023()
    {
        Dates(HolidayCountry.Denmark, 2023).ShouldContain("05-05");
        Holidays.Of(HolidayCountry.Denmark, 2024).ShouldNotContain(h => h.Name == HolidayName.GreatPrayerDay);
    }

    [Fact]
    public void Sweden_gave_Whit_Monday_for_its_national_day_in_2005()
    {
        Names(2004).ShouldContain(HolidayName.WhitMonday);
        Names(2004).ShouldNotContain(HolidayName.NationalDay);
        Names(2005).ShouldContain(HolidayName.NationalDay);
        Names(2005).ShouldNotContain(HolidayName.WhitMonday);
    }

    [Fact]
    public void A_year_before_the_calendar_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => Holidays.Of(HolidayCountry.Norway, 1582));

    private static IEnumerable<HolidayName> Names(int year) => Holidays.Of(HolidayCountry.Sweden, year).Select(h => h.Name);

    private static IEnumerable<string> Dates(HolidayCountry country, int year) => Holidays.Of(country, year).Select(h => $"{h.Date.Month:00}-{h.Date.Day:00}");
}
