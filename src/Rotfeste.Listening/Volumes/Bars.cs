using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Analysis;
using Rotfeste.Listening.Mentions;
using Rotfeste.Platform.Ui.Charts;

namespace Rotfeste.Listening.Volumes;

/// <summary>From counted stretches to bars with words, in the reader's language and the organisation's zone.</summary>
/// <param name="page">Where the posts behind a bar are listed.</param>
/// <param name="asked">What the list is narrowed to.</param>
/// <param name="now">The present moment in the organisation's zone.</param>
/// <param name="waves">Waves by name and time.</param>
/// <param name="missed">What the counts lack.</param>
/// <param name="words">How that is said.</param>
/// <param name="texts">How stretches are said.</param>
internal sealed class Bars(
    string page, MentionsAsked asked, ZonedDateTime now, IReadOnlyList<(string Name, Interval Time)> waves, IReadOnlyList<Missed> missed,
    MissedWords words, IStringLocalizer<Mentions.Texts> texts)
{
    private const int HoursInBar = 6;
    private const int HoursInDay = 24;

    // More days than this in bars of six hours are no bars any longer.
    private const int MostDaysInParts = 30;

    /// <summary>Bars of a day.</summary>
    /// <param name="hours">Of the stretch shown, and of the days before it that say what was to be expected.</param>
    /// <param name="from">The first moment shown.</param>
    public IReadOnlyList<ChartBar> Days(IReadOnlyList<CountBucket> hours, Instant from)
    {
        var days = hours.Where(h => h.Start >= from).GroupBy(h => h.LocalStart.Date).ToList();
        var expecting = new Expecting(hours, HoursInDay);
        var every = Math.Max(1, (days.Count + 3) / 4);
        return [.. days.Select((d, at) => Bar([.. d], expecting, Day(d.Key, "ddd d"), at % every == 0 ? Day(d.Key, Pattern(days.Count)) : null))];
    }

    /// <summary>Bars of six hours; of a day where the stretch is long.</summary>
    public IReadOnlyList<ChartBar> Wide(IReadOnlyList<CountBucket> hours, Instant from)
    {
        var stretches = hours.Where(h => h.Start >= from).GroupBy(h => (h.LocalStart.Date, h.LocalStart.Hour / HoursInBar)).ToList();
        if (stretches.Count > MostDaysInParts * HoursInDay / HoursInBar)
            return Days(hours, from);
        var expecting = new Expecting(hours, HoursInBar);
        var every = stretches.Count > 80 ? 2 : 1;
        return [.. stretches.Select(s => Bar(
            [.. s],
            expecting,
            texts["Stretch", Day(s.Key.Date, "ddd d"), s.Key.Item2 * HoursInBar, (s.Key.Item2 + 1) * HoursInBar],
            s.Key.Item2 == 0 && s.Key.Date.Day % every == 0 ? Day(s.Key.Date, "ddd d") : null))];
    }

    private ChartBar Bar(IReadOnlyList<CountBucket> parts, Expecting expecting, string label, string? tick)
    {
        var count = (int)Math.Min(int.MaxValue, parts.Sum(p => p.Count ?? 0));
        var (start, end) = (parts[0].Start, parts[^1].End);
        var kind = parts.All(p => p.State == BucketState.Unknown) ? BarKind.Gap
            : end > now.ToInstant() || parts.Any(p => p.IsUnfinished) ? BarKind.Unfinished
            : BarKind.Counted;
        var gap = missed.OrderByDescending(m => m.IsWhole).FirstOrDefault(m => m.Touches(start, Instant.Min(end, now.ToInstant())));
        var place = new MentionPlace(end - Duration.FromTicks(10), 0);
        return new(
            label, count, kind, tick,
            kind == BarKind.Counted && (gap is null || (!gap.IsWhole && gap.LastsSince(expecting.Since))) ? expecting.Of(parts[0]) : null,
            count == 0 ? null : asked.Address(page, place) + "#said",
            kind == BarKind.Gap || count == 0 ? null : waves.FirstOrDefault(w => w.Time.Start < end && w.Time.End > start).Name,
            gap is null ? null : words.Short(gap));
    }

    private static string Pattern(int days) => days > 28 ? "d MMM" : "ddd d";

    private static string Day(LocalDate date, string pattern)
    {
        var isEnglish = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
        var shown = isEnglish ? pattern : pattern.EndsWith("MMM", StringComparison.Ordinal) ? "d. MMM" : pattern + "'.'";
        return date.ToDateTimeUnspecified().ToString(shown, CultureInfo.CurrentCulture);
    }
}
