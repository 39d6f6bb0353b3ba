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
    AppDb db, CurrentCaller caller, DigestReading digests, IClock clock, IStringLocalizer<Mentions.Texts> names, IStringLocalizer<Texts> texts)
{
    private const int MostShares = 8;
    private const int FewestForWeek = 50;
    private const int FewestDaysForWeek = 14;

    public async Task<OverviewView> ReadAsync(MentionsAsked asked, CancellationToken cancellation)
    {
        var wide = asked.Widened();
        var stretch = Stretch.Of(wide.Days, clock.GetCurrentInstant(), caller.Required.Zone);
        var searches = await db.Set<Search>().AsNoTracking().ToDictionaryAsync(s => s.Id, cancellation);
        var bySearch = await BySearchAsync(stretch, cancellation);
        var wanted = wide.Search is { } id ? new SearchId(id) : HourCount.All;
        var whole = bySearch.GetValueOrDefault(wanted).Now;
        var parts = await PartsAsync(wanted, stretch, cancellation);
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

    /// <summary>Sums of the stretch and of the one before, by search.</summary>
    private async Task<Dictionary<SearchId, Sums>> BySearchAsync(Stretch stretch, CancellationToken cancellation)
    {
        var (organisation, from, earlier, until) = (caller.Required.Organisation, stretch.From, stretch.Earlier, stretch.EarlierUntil);
        var sums = await db.Set<HourCount>().AsNoTracking().Where(c => c.Organisation == organisation && c.Hour >= earlier)
            .GroupBy(c => c.Search)
            .Select(g => new { g.Key, Now = g.Sum(c => c.Hour >= from ? c.Count : 0), Before = g.Sum(c => c.Hour < until ? c.Count : 0) })
            .ToListAsync(cancellation);
        return sums.ToDictionary(s => s.Key, s => new Sums(s.Now, s.Before));
    }

    private async Task<List<Part>> PartsAsync(SearchId search, Stretch stretch, CancellationToken cancellation)
    {
        var (organisation, from, earlier, until) = (caller.Required.Organisation, stretch.From, stretch.Earlier, stretch.EarlierUntil);
        CountBy[] all = [CountBy.Source, CountBy.Language, CountBy.Label];
        var sums = await db.Set<PartCount>().AsNoTracking()
            .Where(c => c.Organisation == organisation && c.Search == search && all.Contains(c.By) && c.Hour >= earlier)
            .GroupBy(c => new { c.By, c.Value })
            .Select(g => new { g.Key.By, g.Key.Value, Now = g.Sum(c => c.Hour >= from ? c.Count : 0), Before = g.Sum(c => c.Hour < until ? c.Count : 0) })
            .ToListAsync(cancellation);
        return [.. sums.Select(s => new Part(s.By, s.Value, new(s.Now, s.Before)))];
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
        var (organisation, from, zone) = (caller.Required.Organisation, stretch.From, caller.Required.Zone);
        var hours = await db.Set<HourCount>().AsNoTracking().Where(c => c.Organisation == organisation && c.Search == search && c.Hour >= from)
            .Select(c => new { c.Hour, c.Count }).ToListAsync(cancellation);
        var week = new long[7, 24];
        foreach (var hour in hours)
        {
            var local = hour.Hour.InZone(zone);
            week[(int)local.DayOfWeek - 1, local.Hour] += hour.Count;
        }

        var (day, most) = Enumerable.Range(0, 7 * 24).Select(at => (at / 24, at % 24)).MaxBy(at => week[at.Item1, at.Item2]);
        return new([.. Enumerable.Range(0, 7).Select(d => new ChartDay(Day(d, "ddd"), [.. Enumerable.Range(0, 24).Select(h => week[d, h])]))], Day(day, "dddd"), most);
    }

    private DigestView View(Digest digest, MentionsAsked wide) => new(
        digest.Looked,
        digest.LookedBefore,
        [.. digest.Words.Select(w => new WordView(w.What, w.Posts.Count, w.Before, Address(wide with { Word = w.What })))],
        [.. digest.Links.Select(l => new LinkView(l.What, l.Posts.Count, Address(wide with { Link = l.What })))]);

    private string Address(MentionsAsked asked) => asked.Address(caller.Required.To("mentions"), null);

    // 1 January 2024 was a Monday.
    private static string Day(int fromMonday, string pattern) => new DateTime(2024, 1, 1 + fromMonday).ToString(pattern, CultureInfo.CurrentCulture);

    private static string Ink(SearchKind kind) => kind switch { SearchKind.Us => "c-us", SearchKind.Field => "c-2", _ => "c-rest" };

    private readonly record struct Sums(long Now, long Before);

    private sealed record Part(CountBy By, string Value, Sums Sums);
}
