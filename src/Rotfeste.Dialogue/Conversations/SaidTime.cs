using System.Globalization;
using NodaTime;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>A time inside a sentence of ours, where no element can stand.</summary>
internal static class SaidTime
{
    /// <summary>«13.21» today, else with the date; English with am and pm.</summary>
    public static string Of(Instant at, Caller caller, Instant now)
    {
        var local = at.InZone(caller.Zone);
        var isEnglish = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
        var clock = isEnglish
            ? string.Create(CultureInfo.InvariantCulture, $"{local.TimeOfDay.ClockHourOfHalfDay}.{local.Minute:00} {(local.Hour < 12 ? "am" : "pm")}")
            : string.Create(CultureInfo.InvariantCulture, $"{local.Hour}.{local.Minute:00}");
        if (local.Date == now.InZone(caller.Zone).Date)
            return isEnglish ? clock : $"kl. {clock}";

        var date = local.Date.ToDateTimeUnspecified().ToString(isEnglish ? "d MMMM" : "d. MMMM", CultureInfo.CurrentCulture);
        return isEnglish ? $"{date} at {clock}" : $"{date} kl. {clock}";
    }
}
