using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Sources;

namespace Rotfeste.Listening.Volumes;

/// <summary>A gap in words: «Ingen data kl. 6–18», «Uten Fjordvik Avis siden 17. november».</summary>
internal sealed class MissedWords(ZonedDateTime now, IStringLocalizer<Mentions.Texts> texts)
{
    /// <summary>As it stands over its bars, whose days stand under them.</summary>
    public string Short(Missed missed) => missed.Gap is null ? texts["NotHeardYet"] : $"{What(missed)} {When(missed, dayIsSeen: true)}";

    /// <summary>As a sentence, with what it means.</summary>
    public GapView Say(Missed missed) => new($"{What(missed)} {When(missed, dayIsSeen: false)}", texts[$"GapMeans.{missed.Gap?.Why ?? GapBecause.Stream}"]);

    private string What(Missed missed) => missed.IsWhole ? texts["Gap"] : texts["GapPart", missed.Gap!.Name];

    private string When(Missed missed, bool dayIsSeen)
    {
        var from = missed.Time.Start.InZone(now.Zone);
        if (!missed.Time.HasEnd)
            return texts["GapSince", from.Date == now.Date ? At(from) : Day(from.Date)];
        var until = missed.Time.End.InZone(now.Zone);
        if (from.Date != until.Date)
            return $"{Day(from.Date)}–{Day(until.Date)}";
        var hours = texts["GapHours", Clock(from.TimeOfDay), Clock(until.TimeOfDay)];
        return dayIsSeen || from.Date == now.Date ? hours : $"{Day(from.Date)} {hours}";
    }

    private string At(ZonedDateTime at) => texts["GapAt", Clock(at.TimeOfDay)];

    private static string Day(LocalDate date) => date.ToDateTimeUnspecified().ToString(IsEnglish ? "d MMMM" : "d. MMMM", CultureInfo.CurrentCulture);

    // Whole hours as people say them.
    private static string Clock(LocalTime time)
    {
        var minutes = time.Minute == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{time.Minute:00}");
        return IsEnglish ? $"{time.ClockHourOfHalfDay}{minutes} {(time.Hour < 12 ? "am" : "pm")}" : $"{time.Hour}{minutes}";
    }

    private static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}
