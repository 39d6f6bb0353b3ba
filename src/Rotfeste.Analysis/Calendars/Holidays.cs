using NodaTime;

namespace Rotfeste.Analysis.Calendars;

/// <summary>Countries whose public holidays can be worked out.</summary>
public enum HolidayCountry
{
    /// <summary>Lov om 1 og 17 mai, lov om helligdager og helligdagsfred.</summary>
    Norway,

    /// <summary>Lukkeloven; store bededag until and with 2023 (lov nr. 214 af 6. marts 2023).</summary>
    Denmark,

    /// <summary>Lag (1989:253) om allmänna helgdagar; the national day from 2005, Whit Monday until 2004.</summary>
    Sweden,
}

/// <summary>What a holiday is, for whoever has to name it in the reader's language.</summary>
public enum HolidayName
{
    /// <summary>1 January.</summary>
    NewYear,

    /// <summary>6 January.</summary>
    Epiphany,

    /// <summary>Three days before Easter Sunday.</summary>
    MaundyThursday,

    /// <summary>Two days before Easter Sunday.</summary>
    GoodFriday,

    /// <summary>The Sunday after the first full moon of spring, as the church counts it.</summary>
    EasterSunday,

    /// <summary>The day after.</summary>
    EasterMonday,

    /// <summary>Store bededag, the fourth Friday after Easter.</summary>
    GreatPrayerDay,

    /// <summary>1 May.</summary>
    LabourDay,

    /// <summary>17 May.</summary>
    ConstitutionDay,

    /// <summary>Thirty-nine days after Easter Sunday.</summary>
    Ascension,

    /// <summary>Forty-nine days after Easter Sunday.</summary>
    WhitSunday,

    /// <summary>The day after.</summary>
    WhitMonday,

    /// <summary>6 June.</summary>
    NationalDay,

    /// <summary>The Saturday of 20 to 26 June.</summary>
    Midsummer,

    /// <summary>The Saturday of 31 October to 6 November.</summary>
    AllSaints,

    /// <summary>25 December.</summary>
    ChristmasDay,

    /// <summary>26 December.</summary>
    BoxingDay,
}

/// <summary>A public holiday.</summary>
/// <param name="Date">In the Gregorian calendar.</param>
/// <param name="Name">What it is.</param>
public readonly record struct Holiday(LocalDate Date, HolidayName Name);

/// <summary>
/// Public holidays of Norway, Denmark and Sweden by the rules of today, and where a rule changed, by that of the year. Christmas Eve and
/// other eves are no holidays by law: a business calendar says how they are kept.
/// </summary>
public static class Holidays
{
    /// <summary>All of a year, in order; two may fall on one date (1 May and Ascension Day in 2008).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A year outside 1583 to 9999.</exception>
    public static IReadOnlyList<Holiday> Of(HolidayCountry country, int year)
    {
        var easter = EasterSunday(year);
        var days = Everywhere(year, easter).Concat(country switch
        {
            HolidayCountry.Norway => Norwegian(year, easter),
            HolidayCountry.Denmark => Danish(year, easter),
            HolidayCountry.Sweden => Swedish(year, easter),
            _ => throw new ArgumentOutOfRangeException(nameof(country), country, "No such country."),
        });
        return [.. days.OrderBy(d => d.Date).ThenBy(d => d.Name)];
    }

    /// <summary>Easter Sunday of the western churches (J. Meeus, "Astronomical Algorithms", chapter 8).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A year outside 1583 to 9999.</exception>
    public static LocalDate EasterSunday(int year)
    {
        if (year is < 1583 or > 9999)
            throw new ArgumentOutOfRangeException(nameof(year), year, "The rule holds from 1583 to 9999.");
        var golden = year % 19;
        var (century, rest) = (year / 100, year % 100);
        var moon = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - moon - (rest % 4)) % 7;
        var late = (golden + (11 * moon) + (22 * weekday)) / 451;
        var count = moon + weekday - (7 * late) + 114;
        return new(year, count / 31, (count % 31) + 1);
    }

    private static IEnumerable<Holiday> Everywhere(int year, LocalDate easter) =>
    [
        new(new(year, 1, 1), HolidayName.NewYear),
        new(easter.PlusDays(-2), HolidayName.GoodFriday),
        new(easter, HolidayName.EasterSunday),
        new(easter.PlusDays(1), HolidayName.EasterMonday),
        new(easter.PlusDays(39), HolidayName.Ascension),
        new(easter.PlusDays(49), HolidayName.WhitSunday),
        new(new(year, 12, 25), HolidayName.ChristmasDay),
        new(new(year, 12, 26), HolidayName.BoxingDay),
    ];

    private static IEnumerable<Holiday> Norwegian(int year, LocalDate easter) =>
    [
        new(easter.PlusDays(-3), HolidayName.MaundyThursday),
        new(new(year, 5, 1), HolidayName.LabourDay),
        new(new(year, 5, 17), HolidayName.ConstitutionDay),
        new(easter.PlusDays(50), HolidayName.WhitMonday),
    ];

    private static IEnumerable<Holiday> Danish(int year, LocalDate easter)
    {
        yield return new(easter.PlusDays(-3), HolidayName.MaundyThursday);
        if (year <= 2023)
            yield return new(easter.PlusDays(26), HolidayName.GreatPrayerDay);
        yield return new(easter.PlusDays(50), HolidayName.WhitMonday);
    }

    private static IEnumerable<Holiday> Swedish(int year, LocalDate easter)
    {
        yield return new(new(year, 1, 6), HolidayName.Epiphany);
        yield return new(new(year, 5, 1), HolidayName.LabourDay);
        if (year <= 2004)
            yield return new(easter.PlusDays(50), HolidayName.WhitMonday);
        else
            yield return new(new(year, 6, 6), HolidayName.NationalDay);
        yield return new(SaturdayFrom(new(year, 6, 20)), HolidayName.Midsummer);
        yield return new(SaturdayFrom(new(year, 10, 31)), HolidayName.AllSaints);
    }

    private static LocalDate SaturdayFrom(LocalDate day) => day.DayOfWeek == IsoDayOfWeek.Saturday ? day : day.Next(IsoDayOfWeek.Saturday);
}
