using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Platform.Ui.Languages;

namespace Rotfeste.Dialogue.Listings;

/// <summary>How long somebody has waited, as one says it: «38 min», «2 t 10 min», «3 dager».</summary>
internal static class Waited
{
    public static string Say(IStringLocalizer<Texts> texts, Duration waited) => waited.TotalMinutes switch
    {
        < 1 => texts["Waited.Now"],
        < 60 => texts["Waited.Minutes", (int)waited.TotalMinutes],
        < 48 * 60 => texts["Waited.Hours", (int)waited.TotalHours, waited.Minutes],
        _ => texts.Count("Waited.Days", (int)waited.TotalDays),
    };
}
