using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Labels;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Volumes;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Charts;

namespace Rotfeste.Listening.Overviews;

/// <summary>Divides what is said, from the sums that were kept as it came; only words and links are read from posts.</summary>
internal sealed class OverviewReading(
    AppDb db, CurrentCaller caller, OverviewSums sums, DigestReading digests, IClock clock, IStringLocalizer<Mentions.Texts> names, IStringLocalizer<Texts> texts)
{
    private const int MostShares = 8;
    private const int FewestForWeek = 50;
    private const int FewestDaysForWeek = 14;

    public async Task<OverviewView> ReadAsync(MentionsAsked asked, CancellationToken cancellation)
    {
        var wide = asked.Widened();
        var stretch = Stretch.Of(wide.Days, clock.GetCurrentInstant(), caller.Required.Zone);
        var searches = await db.Set<Search>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancellation);
        var wanted = wide.Search is { } id ? new SearchId(id) : HourCount.All;
        var today = Stretch.Of(1, clock.GetCurrentInstant(), caller.Required.Zone).From;
        var read = await sums.ReadAsync(caller.Required.Organisation, wanted, stretch, today, cancellation);
        var bySearch = read.BySearch;
        var whole = bySearch.GetValueOrDefault(wanted).Now;
        var parts = read.Parts.Select(p => new Part(p.Key.By, p.Key.Value, p.Value)).ToList();
        var shown = bySearch.Where(s => searches.ContainsKey(s.Key) && s.Value.Now > 0).ToList();
        return new(
            whole,
            wide.Days,
            Kinds(shown, searches),
            [.. shown.OrderByDescending(s => s.Value.Now).Take(MostShares).Select(s => Share(searches[s.Key], s.Value, wide))],
            Shares(parts, CountBy.Source, v => Naming.Network(v, names), v => wide with { Source = v }),
            Shares(parts, CountBy.Language, v => Naming.Language(v, names), v => wide with { Language = v }),
            await LabelsAsync(parts, wide, cancellation),
            await WeekAsync(wanted, wide, stretch, whole, cancellation),
            View(await digests.ReadAsync(caller.Required.Organisation, wide.Search, stretch.From, null, cancellation), wide));
    }

    private List<ChartShare> Kinds(List<KeyValuePair<SearchId, Sums>> shown, Dictionary<SearchId, Search> searches)
    {
        var kinds = shown.GroupBy(s => searches[s.Key].Kind).OrderBy(g => g.Key).ToList();
        return kinds.Count < 2
            ? []
            : [.. kinds.Select(g => new ChartShare(texts[$"Kind.{g.Key}"], g.Sum(s => s.Value.Now), g.Sum(s => s.Value.Before), Ink: Ink(g.Key)))];
    }

    private ChartShare Share(Search search, Sums sums, MentionsAsked wide) => new(
        search.Name, sums.Now, sums.Before, Address(wide with { Search = search.Id.Value }), texts[$"Kind.{search.Kind}"], Ink(search.Kind));

    private List<ChartShare> Shares(List<Part> parts, CountBy by, Func<string, string> name, Func<string, MentionsAsked> narrow) =>
        [.. parts.Where(p => p.By == by && p.Value.Length > 0 && p.Sums.Now > 0).OrderByDescending(p => p.Sums.Now).ThenBy(p => p.Value, StringComparer.Ordinal)
            .Take(MostShares).Select(p => new ChartShare(name(p.Value), p.Sums.Now, p.Sums.Before, Address(narrow(p.Value))))];

    private async Task<List<ChartShare>> LabelsAsync(List<Part> parts, MentionsAsked wide, CancellationToken cancellation)
    {
        var labels = (await db.Set<Label>().AsNoTracking().ToListAsync(cancellation)).ToDictionary(l => l.Id.ToString(), l => l.Name);
        return Shares([.. parts.Where(p => labels.ContainsKey(p.Value))], CountBy.Label, v => labels[v], v => wide with { Label = Guid.Parse(v) });
    }

    private async Task<WeekView?> WeekAsync(SearchId search, MentionsAsked wide, Stretch stretch, long whole, CancellationToken cancellation)
    {
        if (whole < FewestForWeek || wide.Days < FewestDaysForWeek)
            return null;
        var (organisation, earlier, zone) = (caller.Required.Organisation, stretch.Earlier, caller.Required.Zone);
        var read = await db.Set<HourCount>().AsNoTracking().Where(c => c.Organisation == organisation && c.Search == search && c.Hour >= earlier)
            .Select(c => new { c.Hour, c.Count }).ToListAsync(cancellation);
        var hours = read.ConvertAll(h => (h.Hour, h.Count));
        return Week(hours.Where(h => h.Hour >= stretch.From), zone, Week(hours.Where(h => h.Hour < stretch.EarlierUntil), zone, null));
    }

    private static WeekView? Week(IEnumerable<(Instant Hour, long Count)> hours, DateTimeZone zone, WeekView? before)
    {
        var week = new long[7, 24];
        var whole = 0L;
        foreach (var (hour, count) in hours)
        {
            var local = hour.InZone(zone);
            week[(int)local.DayOfWeek - 1, local.Hour] += count;
            whole += count;
        }

        if (whole < FewestForWeek)
            return null;
        var (day, most) = Enumerable.Range(0, 7 * 24).Select(at => (at / 24, at % 24)).MaxBy(at => week[at.Item1, at.Item2]);
        return new([.. Enumerable.Range(0, 7).Select(d => new ChartDay(Day(d, "ddd"), [.. Enumerable.Range(0, 24).Select(h => week[d, h])]))], Day(day, "dddd"), most, before);
    }

    private DigestView View(Digest digest, MentionsAsked wide) => new(
        digest.Looked,
        digest.LookedBefore,
        [.. digest.Words.Select(w => new WordView(w.What, w.Posts.Count, w.Before, Address(wide with { Word = w.What })))],
        [.. digest.Links.Select(l => new LinkView(l.What, l.Posts.Count, l.Before, Address(wide with { Link = l.What })))]);

    private string Address(MentionsAsked asked) => asked.Address(caller.Required.To("mentions"), null);

    // 1 January 2024 was a Monday.
    private static string Day(int fromMonday, string pattern) => new DateTime(2024, 1, 1 + fromMonday).ToString(pattern, CultureInfo.CurrentCulture);

    private static string Ink(SearchKind kind) => kind switch { SearchKind.Us => "c-us", SearchKind.Field => "c-2", _ => "c-rest" };

    private sealed record Part(CountBy By, string Value, Sums Sums);
}
