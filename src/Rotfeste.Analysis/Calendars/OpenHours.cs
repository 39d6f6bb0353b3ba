using NodaTime;

namespace Rotfeste.Analysis.Calendars;

/// <summary>A stretch of a day in which one works, in the calendar's own zone.</summary>
/// <param name="From">First moment.</param>
/// <param name="Until">First moment after it; midnight means the end of the day.</param>
public readonly record struct OpenHours(LocalTime From, LocalTime Until)
{
    /// <summary>The whole day.</summary>
    public static OpenHours WholeDay { get; } = new(LocalTime.Midnight, LocalTime.Midnight);

    /// <summary>Between two clock times written as 08:00 and 15:45; 24:00 is midnight at the end of the day.</summary>
    /// <exception cref="FormatException">It is no clock time.</exception>
    public static OpenHours Between(string from, string until) => new(Read(from), until == "24:00" ? LocalTime.Midnight : Read(until));

    internal long FromTick => From.TickOfDay;

    internal long UntilTick => Until == LocalTime.Midnight ? NodaConstants.TicksPerDay : Until.TickOfDay;

    private static LocalTime Read(string text) => NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text).Value;
}

/// <summary>One date that is kept otherwise than its weekday: an in-service day, a longer evening.</summary>
/// <param name="Date">The date.</param>
/// <param name="Hours">When one works; empty where the day is closed.</param>
public sealed record SpecialDay(LocalDate Date, IReadOnlyList<OpenHours> Hours);

/// <summary>A date that is kept otherwise every year, such as Christmas Eve.</summary>
/// <param name="Date">Month and day; 29 February only in leap years.</param>
/// <param name="Hours">When one works; empty where the day is closed.</param>
public sealed record YearlyDay(AnnualDate Date, IReadOnlyList<OpenHours> Hours)
{
    /// <summary>24 December.</summary>
    public static YearlyDay ChristmasEve(params IReadOnlyList<OpenHours> hours) => new(new(12, 24), hours);
}
