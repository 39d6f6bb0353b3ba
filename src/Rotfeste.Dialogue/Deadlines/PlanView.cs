using Rotfeste.Analysis.Calendars;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Deadlines;

/// <summary>Aims of one place, in hours as they were typed.</summary>
/// <param name="Key">Ends the fields' names: "all", "c-…", "l-…".</param>
/// <param name="Name">The place; null for everywhere.</param>
/// <param name="First">Hours to the first answer.</param>
/// <param name="Next">Hours to the next answer.</param>
/// <param name="Closing">Hours until it is done.</param>
public sealed record AimRowView(string Key, string? Name, string First, string Next, string Closing);

/// <summary>When the organisation works and what it aims at, as a form.</summary>
/// <param name="Week">Hours by weekday, Monday first, as typed.</param>
/// <param name="Days">Days kept otherwise, as typed.</param>
/// <param name="Holidays">Whose public holidays are closed.</param>
/// <param name="Lead">Minutes of warning, as typed.</param>
/// <param name="Aims">Everywhere first, then channels and labels.</param>
/// <param name="Refusals">What must be mended.</param>
/// <param name="IsUsual">Nothing was set yet: four hours round the clock.</param>
/// <param name="IsSaved">It was saved just now.</param>
public sealed record PlanView(
    IReadOnlyList<string> Week, string Days, HolidayCountry? Holidays, string Lead, IReadOnlyList<AimRowView> Aims,
    IReadOnlyList<Refusal> Refusals, bool IsUsual, bool IsSaved)
{
    /// <summary>Minutes that one who knows is asked for, as typed.</summary>
    public string Ask { get; init; } = "";
}
