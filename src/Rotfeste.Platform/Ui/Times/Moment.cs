using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace Rotfeste.Platform.Ui.Times;

/// <summary>Times as people say them: «kl. 14.10», «i går kl. 9.05», «1. desember kl. 8.00».</summary>
internal static class Moment
{
    /// <summary>The time as said at another time: bare clock today, then yesterday and tomorrow, then the date; the year only when it is another.</summary>
    public static string Say(ZonedDateTime at, ZonedDateTime now, IStringLocalizer texts)
    {
        var clock = Clock(at.TimeOfDay);
        return Period.DaysBetween(now.Date, at.Date) switch
        {
            0 => texts["Today", clock],
            -1 => texts["Yesterday", clock],
            1 => texts["Tomorrow", clock],
            _ => texts["Other", Date(at.Date, now.Date), clock],
        };
    }

    /// <summary>The date alone: «1. desember», with the year when it is another.</summary>
    public static string Date(LocalDate date, LocalDate today)
    {
        var pattern = IsEnglish ? "d MMMM" : "d. MMMM";
        return date.ToDateTimeUnspecified().ToString(date.Year == today.Year ? pattern : pattern + " yyyy", CultureInfo.CurrentCulture);
    }

    /// <summary>The clock alone: «14.10», «9.05», in English «2.10 pm».</summary>
    public static string Clock(LocalTime time)
    {
        if (!IsEnglish)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{time.Hour}.{time.Minute:00}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{time.ClockHourOfHalfDay}.{time.Minute:00} {(time.Hour < 12 ? "am" : "pm")}");
    }

    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}
