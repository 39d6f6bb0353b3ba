using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Analysis;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Streams;
using Rotfeste.Listening.Waves;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Volumes;

/// <summary>How much was said when, and when nobody listened.</summary>
internal sealed class VolumeReading(AppDb db, CurrentCaller caller, SourceStanding standing, WaveReading waves, IClock clock)
{
    public async Task<MentionsNowView> ReadAsync(MentionsAsked asked, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var zone = caller.Required.Zone;
        var stretch = Stretch.Of(asked.Days, now, zone);
        var gaps = await GapsAsync(asked, stretch.Earlier, now, cancellation);
        var counts = await CountsAsync(asked, Instant.Min(stretch.Earlier, stretch.Expected), cancellation);
        var hourly = new HourlyCounts(counts, gaps);
        var hours = hourly.Buckets(stretch.Expected, now, BucketWidth.Hour, zone, now);
        var bars = new Bars(caller.Required.To("mentions"), asked, now.InZone(zone), await waves.TimesAsync(asked.Search, stretch.From, cancellation));
        return new(
            asked,
            counts.Where(c => c.Key >= stretch.From).Sum(c => c.Value),
            stretch.From,
            Change(hourly, stretch, now, zone),
            bars.Wide(hours, stretch.From),
            bars.Days(hours, stretch.From),
            standing.Now,
            [.. gaps.Where(g => g.HasStart && g.HasEnd && g.End > stretch.From).OrderByDescending(g => g.Start).Take(3).Select(g => new GapView(g.Start, g.End))],
            await waves.NowAsync(asked.Search, cancellation));
    }

    // Like for like: the same hours of the stretch before. Said only where both were listened to throughout.
    private static int? Change(HourlyCounts hourly, Stretch stretch, Instant now, DateTimeZone zone)
    {
        var before = hourly.Buckets(stretch.Earlier, stretch.EarlierUntil, BucketWidth.Hour, zone, now);
        var since = hourly.Buckets(stretch.From, now, BucketWidth.Hour, zone, now);
        if (before.Concat(since).Any(b => b.State != BucketState.Known))
            return null;
        var (was, isNow) = (before.Sum(b => b.Count ?? 0), since.Sum(b => b.Count ?? 0));
        return was < 10 ? null : (int)Math.Round(100.0 * (isNow - was) / was, MidpointRounding.AwayFromZero);
    }

    private Task<List<KeyValuePair<Instant, long>>> CountsAsync(MentionsAsked asked, Instant since, CancellationToken cancellation)
    {
        var search = asked.Search is { } id ? new SearchId(id) : HourCount.All;
        var organisation = caller.Required.Organisation;
        if (Part(asked) is not { } part)
        {
            return db.Set<HourCount>().AsNoTracking().Where(c => c.Organisation == organisation && c.Search == search && c.Hour >= since)
                .Select(c => KeyValuePair.Create(c.Hour, c.Count)).ToListAsync(cancellation);
        }

        return db.Set<PartCount>().AsNoTracking()
            .Where(c => c.Organisation == organisation && c.Search == search && c.By == part.By && c.Hour >= since && c.Value == part.Value)
            .Select(c => KeyValuePair.Create(c.Hour, c.Count)).ToListAsync(cancellation);
    }

    private static (CountBy By, string Value)? Part(MentionsAsked asked) => asked switch
    {
        { Label: { } label } => (CountBy.Label, label.ToString()),
        { Language: { } language } => (CountBy.Language, language),
        { Source: { } source } => (CountBy.Source, source),
        _ => null,
    };

    // Before anybody searched nobody listened, and while the stream is broken nobody does.
    private async Task<List<Interval>> GapsAsync(MentionsAsked asked, Instant since, Instant now, CancellationToken cancellation)
    {
        var searches = db.Set<Search>().AsNoTracking();
        if (asked.Search is { } id)
            searches = searches.Where(s => s.Id == new SearchId(id));
        var began = await searches.OrderBy(s => s.CreatedAt).Select(s => (Instant?)s.CreatedAt).FirstOrDefaultAsync(cancellation) ?? now;
        var rows = await db.Set<StreamGapRow>().AsNoTracking().Where(g => g.Until > since).ToListAsync(cancellation);
        var gaps = rows.Where(g => g.Until > began && g.Until > g.From).Select(g => new Interval(Instant.Max(g.From, began), g.Until)).ToList();
        gaps.Add(new Interval(null, HourlyCounts.HourOf(began)));
        if (standing.Now is { State: SourceState.Broken, Since: var broken } && broken < now)
            gaps.Add(new Interval(broken, null));
        return gaps;
    }
}
