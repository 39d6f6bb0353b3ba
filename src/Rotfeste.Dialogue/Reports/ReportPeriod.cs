using NodaTime;
using NodaTime.Text;

namespace Rotfeste.Dialogue.Reports;

/// <summary>
/// Whole weeks, from a Monday. Only these three lengths: two reports that differ by a day would tell what one person did on that day.
/// </summary>
/// <param name="From">A Monday on the organisation's calendar.</param>
/// <param name="Weeks">4, 13 or 52.</param>
/// <param name="Zone">The organisation's.</param>
/// <param name="Now">Nothing after this is counted.</param>
internal sealed record ReportPeriod(LocalDate From, int Weeks, DateTimeZone Zone, Instant Now)
{
    private const int Usual = 4;

    public static IReadOnlyList<int> Lengths { get; } = [Usual, 13, 52];

    public LocalDate Until => From.PlusWeeks(Weeks);

    public Instant Start => StartOf(From);

    public Instant End => Instant.Min(StartOf(Until), Now);

    /// <summary>As long a stretch of the weeks before, so that a week that is not over is set beside as much of another.</summary>
    public ReportPeriod Before => this with { From = From.PlusWeeks(-Weeks), Now = StartOf(From.PlusWeeks(-Weeks)) + (End - Start) };

    public bool IsCurrent => StartOf(Until) > Now;

    /// <summary>The weeks that end with the one that the day lies in; the present one where none is given or it lies ahead.</summary>
    public static ReportPeriod Of(int? weeks, string? last, DateTimeZone zone, Instant now)
    {
        var today = now.InZone(zone).Date;
        var day = LocalDatePattern.Iso.Parse(last ?? "") is { Success: true, Value: var given } && given < today && given.Year > 2000 ? given : today;
        var length = weeks is { } asked && Lengths.Contains(asked) ? asked : Usual;
        return new ReportPeriod(MondayOf(day).PlusWeeks(1 - length), length, zone, now);
    }

    /// <summary>One of its weeks, by its Monday.</summary>
    public ReportPeriod WeekOf(LocalDate monday) => this with { From = monday, Weeks = 1 };

    public IEnumerable<LocalDate> Mondays() => Enumerable.Range(0, Weeks).Select(w => From.PlusWeeks(w));

    public LocalDate MondayOf(Instant at) => MondayOf(at.InZone(Zone).Date);

    public bool Has(Instant at) => at >= Start && at < End;

    private static LocalDate MondayOf(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    private Instant StartOf(LocalDate day) => day.AtStartOfDayInZone(Zone).ToInstant();
}
