using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Rotfeste.Analysis.Calendars;

namespace Rotfeste.Dialogue.Deadlines;

/// <summary>Hours of a day as people write them: «8–11.30, 12.30–15.45», empty for closed, 24 for midnight at its end.</summary>
internal static partial class HoursText
{
    private const int Most = 12;
    private const int Day = 24 * 60;

    /// <summary>Null where it cannot be read, or hours overlap or end before they begin.</summary>
    public static IReadOnlyList<OpenHours>? Read(string text)
    {
        var parts = text.Split([',', ';', '+'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var hours = parts.Take(Most + 1).Select(Stretch).ToList();
        return hours.Count <= Most && hours.TrueForAll(h => h is not null) && IsInOrder([.. hours.OfType<OpenHours>()])
            ? [.. hours.OfType<OpenHours>().OrderBy(h => h.From)]
            : null;
    }

    /// <summary>«08.00–11.30, 12.30–15.45».</summary>
    public static string Write(IReadOnlyList<OpenHours> hours) => string.Join(", ", hours.Select(h => $"{Say(h.From, "00.00")}–{Say(h.Until, "24.00")}"));

    private static string Say(LocalTime time, string midnight) =>
        time == LocalTime.Midnight ? midnight : time.ToString("HH.mm", CultureInfo.InvariantCulture);

    private static OpenHours? Stretch(string text) =>
        Pattern().Match(text) is { Success: true } found && Time(found, 1) is { } from && Time(found, 3) is { } until && from < Day
            ? new OpenHours(LocalTime.FromMinutesSinceMidnight(from), LocalTime.FromMinutesSinceMidnight(until % Day))
            : null;

    private static int? Time(Match found, int group)
    {
        var hour = int.Parse(found.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        var minute = found.Groups[group + 1].Success ? int.Parse(found.Groups[group + 1].ValueSpan, CultureInfo.InvariantCulture) : 0;
        var whole = (hour * 60) + minute;
        return minute < 60 && whole <= Day ? whole : null;
    }

    private static bool IsInOrder(List<OpenHours> hours)
    {
        try
        {
            _ = BusinessCalendar.MondayToFriday(DateTimeZone.Utc, null, hours);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^(\d{1,2})(?:[.:](\d{2}))?\s*(?:-|–|—)\s*(\d{1,2})(?:[.:](\d{2}))?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Pattern();
}
