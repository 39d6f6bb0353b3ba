using System.Globalization;
using NodaTime;
using Rotfeste.Analysis;
using Rotfeste.Listening.Mentions;
using Rotfeste.Platform.Ui.Charts;

namespace Rotfeste.Listening.Volumes;

/// <summary>From counted stretches to bars with words, in the reader's language and the organisation's zone.</summary>
internal sealed class Bars(string page, MentionsAsked asked, ZonedDateTime now)
{
    private const int HoursInBar = 6;

    public IReadOnlyList<ChartBar> Days(IReadOnlyList<CountBucket> days)
    {
        var every = Math.Max(1, (days.Count + 3) / 4);
        return [.. days.Select((d, at) => Bar(
            [d], Day(d.LocalStart.Date, "ddd d"), at % every == 0 ? Day(d.LocalStart.Date, "ddd d") : null))];
    }

    public IReadOnlyList<ChartBar> SixHours(IReadOnlyList<CountBucket> hours)
    {
        var stretches = hours.GroupBy(h => (h.LocalStart.Date, h.LocalStart.Hour / HoursInBar)).ToList();
        var every = stretches.Count > 80 ? 2 : 1;
        return [.. stretches.Select(s => Bar(
            [.. s],
            $"{Day(s.Key.Date, "ddd d")} {s.Key.Item2 * HoursInBar}–{(s.Key.Item2 + 1) * HoursInBar}",
            s.Key.Item2 == 0 && s.Key.Date.Day % every == 0 ? Day(s.Key.Date, "ddd d") : null))];
    }

    private ChartBar Bar(IReadOnlyList<CountBucket> parts, string label, string? tick)
    {
        var count = (int)Math.Min(int.MaxValue, parts.Sum(p => p.Count ?? 0));
        var end = parts[^1].End;
        var kind = parts.All(p => p.State == BucketState.Unknown) ? BarKind.Gap
            : end > now.ToInstant() || parts.Any(p => p.IsUnfinished) ? BarKind.Unfinished
            : BarKind.Counted;
        var place = new MentionPlace(end - Duration.FromTicks(10), 0);
        return new(label, count, kind, tick, Address: count == 0 ? null : asked.Address(page, place) + "#said");
    }

    private static string Day(LocalDate date, string pattern)
    {
        var isEnglish = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
        return date.ToDateTimeUnspecified().ToString(isEnglish ? pattern : pattern + "'.'", CultureInfo.CurrentCulture);
    }
}
