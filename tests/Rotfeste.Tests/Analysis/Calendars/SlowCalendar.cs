using NodaTime;
using Rotfeste.Analysis.Calendars;

namespace Rotfeste.Tests.Analysis.Calendars;

/// <summary>A calendar drawn at random, and the same asked minute by minute: slow, obvious, and written without a look at the engine.</summary>
internal sealed class SlowCalendar
{
    private static readonly string[] Zones =
    [
        "Europe/Oslo", "Europe/Copenhagen", "Europe/Stockholm", "America/New_York", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe",
        "Pacific/Apia", "Africa/Casablanca", "UTC",
    ];

    // Public holidays of these years, typed from the countries' own almanacs.
    private static readonly Dictionary<(HolidayCountry, int), string> Almanac = new()
    {
        [(HolidayCountry.Norway, 2011)] = "0101 0421 0422 0424 0425 0501 0517 0602 0612 0613 1225 1226",
        [(HolidayCountry.Denmark, 2011)] = "0101 0421 0422 0424 0425 0520 0602 0612 0613 1225 1226",
        [(HolidayCountry.Sweden, 2011)] = "0101 0106 0422 0424 0425 0501 0602 0606 0612 0625 1105 1225 1226",
        [(HolidayCountry.Norway, 2012)] = "0101 0405 0406 0408 0409 0501 0517 0527 0528 1225 1226",
        [(HolidayCountry.Denmark, 2012)] = "0101 0405 0406 0408 0409 0504 0517 0527 0528 1225 1226",
        [(HolidayCountry.Sweden, 2012)] = "0101 0106 0406 0408 0409 0501 0517 0527 0606 0623 1103 1225 1226",
        [(HolidayCountry.Norway, 2024)] = "0101 0328 0329 0331 0401 0501 0509 0517 0519 0520 1225 1226",
        [(HolidayCountry.Denmark, 2024)] = "0101 0328 0329 0331 0401 0509 0519 0520 1225 1226",
        [(HolidayCountry.Sweden, 2024)] = "0101 0106 0329 0331 0401 0501 0509 0519 0606 0622 1102 1225 1226",
        [(HolidayCountry.Norway, 2025)] = "0101 0417 0418 0420 0421 0501 0517 0529 0608 0609 1225 1226",
        [(HolidayCountry.Denmark, 2025)] = "0101 0417 0418 0420 0421 0529 0608 0609 1225 1226",
        [(HolidayCountry.Sweden, 2025)] = "0101 0106 0418 0420 0421 0501 0529 0606 0608 0621 1101 1225 1226",
    };

    private readonly Dictionary<int, List<(int From, int Until)>> _week = [];
    private readonly Dictionary<string, List<(int From, int Until)>> _dates = [];
    private readonly HolidayCountry? _country;
    private readonly DateTimeZone _zone;

    public SlowCalendar(Random random)
    {
        _zone = DateTimeZoneProviders.Tzdb[Zones[random.Next(Zones.Length)]];
        _country = random.Next(4) is var drawn && drawn < 3 ? (HolidayCountry)drawn : null;
        for (var day = 1; day <= 7; day++)
        {
            if (random.Next(7) > 0)
                _week[day] = Hours(random);
        }

        Year = new[] { 2011, 2024 }[random.Next(2)];
        var special = Enumerable.Range(0, random.Next(6)).Select(_ => new LocalDate(Year, 1, 1).PlusDays(random.Next(700))).Distinct().ToList();
        foreach (var date in special)
            _dates[$"{date:yyyyMMdd}"] = random.Next(2) == 0 ? [] : Hours(random);
        if (random.Next(2) == 0)
            _dates["1224"] = random.Next(2) == 0 ? [] : Hours(random);

        Fast = new(
            _zone,
            _week.ToDictionary(d => (IsoDayOfWeek)d.Key, d => Open(d.Value)),
            _country,
            _dates.Where(d => d.Key.Length == 4).Select(d => YearlyDay.ChristmasEve([.. Open(d.Value)])),
            special.Select(d => new SpecialDay(d, Open(_dates[$"{d:yyyyMMdd}"]))));
    }

    /// <summary>The engine's calendar with the same rules.</summary>
    public BusinessCalendar Fast { get; }

    /// <summary>The first of the two years that the almanac here holds.</summary>
    public int Year { get; }

    /// <summary>A minute of those two years, every other time near a change of the clock.</summary>
    public Instant Moment(Random random)
    {
        var first = Instant.FromUtc(Year, 1, 3, 0, 0);
        var any = first + Duration.FromMinutes(random.Next(700 * 1440));
        var interval = _zone.GetZoneInterval(any);
        if (random.Next(2) == 0 || !interval.HasEnd || interval.End > first + Duration.FromDays(700))
            return any;
        return interval.End + Duration.FromMinutes(random.Next(-2_000, 500));
    }

    public bool IsOpen(Instant minute)
    {
        var local = minute.InZone(_zone).LocalDateTime;
        var at = (local.Hour * 60) + local.Minute;
        return OfDate(local.Date).Any(h => at >= h.From && at < h.Until);
    }

    private List<(int From, int Until)> OfDate(LocalDate date)
    {
        if (_dates.TryGetValue($"{date:yyyyMMdd}", out var special) || _dates.TryGetValue($"{date:MMdd}", out special))
            return special;
        if (_country is { } country && Almanac[(country, date.Year)].Contains($"{date:MMdd}", StringComparison.Ordinal))
            return [];
        return _week.GetValueOrDefault((int)date.DayOfWeek) ?? [];
    }

    private static List<(int From, int Until)> Hours(Random random)
    {
        if (random.Next(6) == 0)
            return [(0, 1440)];
        int[] edges = [.. Enumerable.Range(0, random.Next(1, 4) * 2).Select(_ => random.Next(0, 1441)).Distinct().Order()];
        return [.. edges.Chunk(2).Where(c => c.Length == 2).Select(c => (c[0], c[1]))];
    }

    private static IReadOnlyList<OpenHours> Open(List<(int From, int Until)> hours) =>
        [.. hours.Select(h => new OpenHours(LocalTime.FromMinutesSinceMidnight(h.From), LocalTime.FromMinutesSinceMidnight(h.Until % 1440)))];
}
