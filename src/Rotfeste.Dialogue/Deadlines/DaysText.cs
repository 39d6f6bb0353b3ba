using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using Rotfeste.Analysis.Calendars;

namespace Rotfeste.Dialogue.Deadlines;

/// <summary>
/// Days that are kept otherwise, one a line: «24.12» is closed every year, «24.12 8–12» open so long, «15.5.2026» closed once.
/// </summary>
internal static partial class DaysText
{
    private const int Most = 400;

    /// <summary>The days, or the first line that cannot be read.</summary>
    public static (IReadOnlyList<YearlyDay> Yearly, IReadOnlyList<SpecialDay> Once, string? Unread) Read(string text)
    {
        var yearly = new Dictionary<AnnualDate, YearlyDay>();
        var once = new Dictionary<LocalDate, SpecialDay>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(Most))
        {
            if (Pattern().Match(line) is not { Success: true } found || HoursText.Read(found.Groups[4].Value) is not { } hours
                || !TryDate(found, out var year, out var date))
                return ([], [], line);
            if (year is { } of)
                once[date.InYear(of)] = new SpecialDay(date.InYear(of), hours);
            else
                yearly[date] = new YearlyDay(date, hours);
        }

        return ([.. yearly.Values], [.. once.Values], null);
    }

    private static bool TryDate(Match found, out int? year, out AnnualDate date)
    {
        var (day, month) = (Number(found.Groups[1]), Number(found.Groups[2]));
        year = found.Groups[3].Success ? Number(found.Groups[3]) : null;
        date = default;
        if (month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year ?? 2024, month))
            return false;

        date = new AnnualDate(month, day);
        return true;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d{1,2})\.\s?(\d{1,2})(?:\.\s?(\d{4})|\.)?(?:[\s:]+(.*))?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Pattern();
}
