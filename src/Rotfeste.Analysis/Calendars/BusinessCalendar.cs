using System.Collections.Concurrent;
using NodaTime;

namespace Rotfeste.Analysis.Calendars;

/// <summary>
/// When an organisation works. A moment is open when its clock time in the zone lies in one of its date's hours: on the night the clock
/// goes forward the skipped hour is not there to work in, on the night it goes back the doubled one is worked twice. Immutable, and safe
/// for several threads.
/// </summary>
public sealed class BusinessCalendar
{
    /// <summary>How far ahead a due time is looked for: a calendar that never opens has none.</summary>
    private const int MostDays = 3_700;

    private readonly OpenHours[][] _week;
    private readonly Dictionary<LocalDate, OpenHours[]> _special;
    private readonly Dictionary<AnnualDate, OpenHours[]> _yearly;
    private readonly HolidayCountry? _holidays;
    private readonly ConcurrentDictionary<int, HashSet<LocalDate>> _holidaysByYear = new();

    /// <summary>
    /// What counts for a date, first found: a special day, a yearly day, a public holiday (closed), the weekday. Throws ArgumentException
    /// where hours of one day overlap or end before they begin, or a date is given twice.
    /// </summary>
    /// <param name="zone">The zone whose clock the hours are read on.</param>
    /// <param name="week">Hours by weekday, in any order; a weekday that is not there is closed.</param>
    /// <param name="holidays">The country whose public holidays are closed, or null for none.</param>
    /// <param name="yearly">Dates kept otherwise every year.</param>
    /// <param name="special">Dates kept otherwise once.</param>
    public BusinessCalendar(
        DateTimeZone zone,
        IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpenHours>> week,
        HolidayCountry? holidays = null,
        IEnumerable<YearlyDay>? yearly = null,
        IEnumerable<SpecialDay>? special = null)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(week);
        Zone = zone;
        _holidays = holidays;
        _week = [.. Enumerable.Range(0, 8).Select(d => InOrder(week.GetValueOrDefault((IsoDayOfWeek)d) ?? []))];
        _yearly = (yearly ?? []).ToDictionary(d => d.Date, d => InOrder(d.Hours));
        _special = (special ?? []).ToDictionary(d => d.Date, d => InOrder(d.Hours));
    }

    /// <summary>The zone whose clock the hours are read on.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>The same hours Monday to Friday.</summary>
    public static BusinessCalendar MondayToFriday(DateTimeZone zone, HolidayCountry? holidays, params IReadOnlyList<OpenHours> hours) =>
        new(zone, Enumerable.Range(1, 5).ToDictionary(d => (IsoDayOfWeek)d, _ => hours), holidays);

    /// <summary>The hours of a date, in order.</summary>
    public IReadOnlyList<OpenHours> HoursOf(LocalDate date) =>
        _special.TryGetValue(date, out var once) ? once
        : _yearly.TryGetValue(new(date.Month, date.Day), out var everyYear) ? everyYear
        : IsHoliday(date) ? []
        : _week[(int)date.DayOfWeek];

    /// <summary>Whether one works at a moment.</summary>
    public bool IsOpen(Instant at)
    {
        var local = at.InZone(Zone).LocalDateTime;
        return HoursOf(local.Date).Any(h => local.TickOfDay >= h.FromTick && local.TickOfDay < h.UntilTick);
    }

    /// <summary>The business time from one moment to another, pauses taken off; zero where the second is not after the first.</summary>
    /// <param name="from">First moment.</param>
    /// <param name="until">First moment after.</param>
    /// <param name="pauses">Stretches that do not count, in any order, overlapping or open-ended as they may be.</param>
    public Duration Between(Instant from, Instant until, IEnumerable<Interval>? pauses = null)
    {
        var gaps = Gaps.Joined(pauses ?? []);
        var total = Duration.Zero;
        if (until <= from)
            return total;
        foreach (var (start, end) in Open(from, until))
            total += end - start - Gaps.Within(gaps, start, end);
        return total;
    }

    /// <summary>
    /// The first moment at which that much business time has passed, so a time that runs out at closing is due at closing, not when the
    /// doors open next. The start itself for no time at all; null where ten years do not bring that much.
    /// </summary>
    /// <param name="from">When the time begins to run.</param>
    /// <param name="time">How much; not negative.</param>
    /// <param name="pauses">As in <see cref="Between"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative time.</exception>
    public Instant? After(Instant from, Duration time, IEnumerable<Interval>? pauses = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Duration.Zero);
        if (time == Duration.Zero)
            return from;
        var left = time;
        foreach (var (start, end) in Apart(Open(from, from + Duration.FromDays(MostDays)), Gaps.Joined(pauses ?? [])))
        {
            if (end - start >= left)
                return start + left;
            left -= end - start;
        }

        return null;
    }

    // Open stretches in order, cut to what was asked for. The outer walk goes by stretches of constant offset: within one, a date's hours
    // are there once and dates follow each other; what of a date falls outside of it is not there.
    private IEnumerable<(Instant Start, Instant End)> Open(Instant from, Instant until)
    {
        foreach (var part in Zone.GetZoneIntervals(from, until))
        {
            var first = part.HasStart ? Instant.Max(part.Start, from) : from;
            var last = part.HasEnd ? Instant.Min(part.End, until) : until;
            for (var date = first.WithOffset(part.WallOffset).Date; date <= last.WithOffset(part.WallOffset).Date; date = date.PlusDays(1))
            {
                var midnight = date.AtMidnight().WithOffset(part.WallOffset).ToInstant();
                foreach (var hours in HoursOf(date))
                {
                    var start = Instant.Max(first, midnight.PlusTicks(hours.FromTick));
                    var end = Instant.Min(last, midnight.PlusTicks(hours.UntilTick));
                    if (end > start)
                        yield return (start, end);
                }
            }
        }
    }

    private static IEnumerable<(Instant Start, Instant End)> Apart(IEnumerable<(Instant Start, Instant End)> open, List<Interval> pauses)
    {
        foreach (var (start, end) in open)
        {
            var at = start;
            foreach (var pause in pauses.Where(p => (!p.HasStart || p.Start < end) && (!p.HasEnd || p.End > start)))
            {
                if (pause.HasStart && pause.Start > at)
                    yield return (at, pause.Start);
                at = pause.HasEnd ? Instant.Max(at, pause.End) : end;
            }

            if (at < end)
                yield return (at, end);
        }
    }

    private bool IsHoliday(LocalDate date) => _holidays is { } country && _holidaysByYear
        .GetOrAdd(date.Year, year => [.. Holidays.Of(country, year).Select(h => h.Date)]).Contains(date);

    private static OpenHours[] InOrder(IReadOnlyList<OpenHours> hours)
    {
        OpenHours[] ordered = [.. hours.OrderBy(h => h.FromTick)];
        for (var at = 0; at < ordered.Length; at++)
        {
            if (ordered[at].UntilTick <= ordered[at].FromTick || (at > 0 && ordered[at].FromTick < ordered[at - 1].UntilTick))
                throw new ArgumentException("Hours of one day end after they begin, and do not overlap.", nameof(hours));
        }

        return ordered;
    }
}
