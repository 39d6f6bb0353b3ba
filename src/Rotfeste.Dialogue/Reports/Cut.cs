using System.Globalization;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;
using Rotfeste.Analysis.Targets;
using Rotfeste.Dialogue.Contracts;

namespace Rotfeste.Dialogue.Reports;

/// <summary>Which conversations somebody wants to see behind a figure; it stands whole in the address.</summary>
internal sealed record Cut
{
    public CountedPart Part { get; private init; }

    public TargetKind? Kind { get; private init; }

    public Guid? Channel { get; private init; }

    public Guid? Unit { get; private init; }

    public Guid? Label { get; private init; }

    /// <summary>Its Monday.</summary>
    public LocalDate? Week { get; private init; }

    /// <summary>Hour of the week in which was asked, from Monday at midnight.</summary>
    public int? Hour { get; private init; }

    /// <summary>Hour of the week in which was answered.</summary>
    public int? AnsweredHour { get; private init; }

    public int? Age { get; private init; }

    public ConversationOutcome? Outcome { get; private init; }

    public bool IsBefore { get; private init; }

    public static Cut Read(IQueryCollection query) => new()
    {
        Part = Named<CountedPart>(query["part"]) ?? CountedPart.Asked,
        Kind = Named<TargetKind>(query["kind"]),
        Channel = Id(query["channel"]),
        Unit = Id(query["unit"]),
        Label = Id(query["label"]),
        Week = LocalDatePattern.Iso.Parse((string?)query["week"] ?? "") is { Success: true, Value: var day } ? day : null,
        Hour = Number(query["hour"], 7 * 24),
        AnsweredHour = Number(query["answered"], 7 * 24),
        Age = Number(query["age"], StandReading.AgeCount),
        Outcome = Named<ConversationOutcome>(query["outcome"]),
        IsBefore = query.ContainsKey("before"),
    };

    /// <summary>Whether a wait of the right account, unit, label and period belongs to it.</summary>
    public bool Takes(in CountedWait wait, CountingRule rule, DateTimeZone zone) =>
        (Kind is null || wait.Kind == Kind)
        && rule.Has(Part, wait)
        && (Hour is not { } hour || HourOf(wait.AskedAt, zone) == hour)
        && (AnsweredHour is not { } answered || (rule.Has(CountedPart.Answered, wait) && wait.EndedAt is { } ended && HourOf(ended, zone) == answered));

    private static int HourOf(Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone);
        return (((int)local.DayOfWeek - 1) * 24) + local.Hour;
    }

    private static TEnum? Named<TEnum>(string? text)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static int? Number(string? text, int below) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 0 && number < below ? number : null;
}
