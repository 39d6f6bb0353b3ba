using System.Globalization;
using NodaTime;

namespace Rotfeste.Agreements.Contracts;

/// <summary>A local day with its year: what was agreed is read years later.</summary>
internal static class DayWords
{
    public static string Say(LocalDate day) => day.ToDateTimeUnspecified()
        .ToString(CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "en" ? "d MMMM yyyy" : "d. MMMM yyyy", CultureInfo.CurrentCulture);
}
