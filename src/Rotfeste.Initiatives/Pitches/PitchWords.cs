using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Agreements.Contracts;

namespace Rotfeste.Initiatives.Pitches;

/// <summary>Days and amounts as a paper says them, with the year: it is read years later.</summary>
internal static class PitchWords
{
    public static string Day(LocalDate day) => day.ToDateTimeUnspecified()
        .ToString(CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "en" ? "d MMMM yyyy" : "d. MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>«240 000 kroner, 22 timer i uka, til 31. desember 2027»; empty where nothing is set.</summary>
    public static string Say(Frame frame, IStringLocalizer<Pages.Texts> texts)
    {
        var said = new List<string>();
        if (frame.Money is { } money)
            said.Add(texts["Money", money.ToString("#,0.##", CultureInfo.CurrentCulture)]);
        if (frame.HoursAWeek is { } hours)
            said.Add(texts["Hours", hours.ToString("0.##", CultureInfo.CurrentCulture)]);
        if (said.Count > 0 && frame.PeriodEnd is { } until)
            said.Add($"{texts["Until"]} {Day(until)}");
        return string.Join(", ", said);
    }
}
