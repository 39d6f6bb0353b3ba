using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Rotfeste.Analysis.Calendars;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Deadlines;

/// <summary>What was typed about hours and aims, and why it cannot be kept as it stands.</summary>
internal sealed record PlanInput(IReadOnlyList<string> Week, string Days, HolidayCountry? Holidays, string Lead, string Ask, IReadOnlyDictionary<string, string> Hours)
{
    private const int WeekDays = 7;
    private const int MostLead = 8 * 60;
    private const int LeastAsk = 5;
    private const double MostHours = 2_000;

    public static PlanInput From(IFormCollection form) => new(
        [.. Enumerable.Range(1, WeekDays).Select(day => form.Text($"day-{day}"))],
        form.Text("days").ReplaceLineEndings("\n"),
        form.Named<HolidayCountry>("holidays"),
        form.Text("lead"),
        form.Text("ask"),
        form.Keys.Where(k => k.StartsWith("first-", StringComparison.Ordinal) || k.StartsWith("next-", StringComparison.Ordinal) || k.StartsWith("closing-", StringComparison.Ordinal))
            .ToDictionary(k => k, form.Text));

    public string Of(string field) => Hours.GetValueOrDefault(field, "");

    /// <summary>Null where it is no number of minutes that can be kept.</summary>
    public int? LeadMinutes => int.TryParse(Lead, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes <= MostLead ? minutes : null;

    /// <summary>Null where it is no number of minutes that one can be asked for.</summary>
    public int? AskMinutes => Ask.Length == 0 ? ResponsePlan.UsualAskMinutes
        : int.TryParse(Ask, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is >= LeastAsk and <= MostLead ? minutes : null;

    public AimMinutes MinutesOf(string key) => new(Minutes(Of($"first-{key}")), Minutes(Of($"next-{key}")), Minutes(Of($"closing-{key}")));

    public IEnumerable<Refusal> Check(IStringLocalizer<Texts> texts)
    {
        foreach (var (hours, day) in Week.Select((hours, day) => (hours, day + 1)).Where(d => HoursText.Read(d.hours) is null))
            yield return new Refusal($"day-{day}", texts["Refused.Hours", hours]);
        if (DaysText.Read(Days).Unread is { } line)
            yield return new Refusal("days", texts["Refused.Days", line]);
        if (LeadMinutes is null)
            yield return new Refusal("lead", texts["Refused.Lead", MostLead]);
        if (AskMinutes is null)
            yield return new Refusal("ask", texts["Refused.Ask", LeastAsk, MostLead]);
        foreach (var (field, typed) in Hours.Where(h => h.Value.Length > 0 && Minutes(h.Value) is null))
            yield return new Refusal(field, texts["Refused.Aim", typed]);
    }

    // A comma and a point are both what people write.
    private static int? Minutes(string typed) =>
        double.TryParse(typed.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours is > 0 and <= MostHours
            ? Math.Max(1, (int)Math.Round(hours * 60))
            : null;
}
