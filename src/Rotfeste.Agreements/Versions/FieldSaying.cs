using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;

namespace Rotfeste.Agreements.Versions;

/// <summary>Says a version's named values in the reader's language.</summary>
internal sealed class FieldSaying(IStringLocalizer<Texts> texts)
{
    /// <summary>The value, or null where the version has none.</summary>
    public string? Of(FieldName name, Versioned version) => name switch
    {
        FieldName.Money => version.Frame.Money is { } money ? texts["Money", money.ToString("#,0.##", CultureInfo.CurrentCulture)].Value : null,
        FieldName.Hours => version.Frame.HoursAWeek is { } hours ? texts["Hours", hours.ToString("0.##", CultureInfo.CurrentCulture)].Value : null,
        FieldName.PeriodEnd => Day(version.Frame.PeriodEnd),
        _ => Day(version.LookAgain),
    };

    public IReadOnlyList<FieldView> All(Versioned version) =>
    [
        .. Enum.GetValues<FieldName>().Select(n => (Name: n, Value: Of(n, version))).Where(f => f.Value is not null)
            .Select(f => new FieldView(f.Name, f.Value!)),
    ];

    private static string? Day(LocalDate? date) => date is { } day ? DayWords.Say(day) : null;
}
