using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Analysis;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Streams;
using Rotfeste.Listening.Waves;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Volumes;

/// <summary>How much was said when, and when nobody listened.</summary>
internal sealed class VolumeReading(
    AppDb db, CurrentCaller caller, SourceStanding standing, MissedReading missing, WaveReading waves, IClock clock, IStringLocalizer<Mentions.Texts> texts)
{
    private const int MostGaps = 3;

    public async Task<MentionsNowView> ReadAsync(MentionsAsked asked, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var zone = caller.Required.Zone;
        var stretch = Stretch.Of(asked.Days, now, zone);
        var since = Instant.Min(stretch.Earlier, stretch.Expected);
        var missed = await missing.ReadAsync(asked, since, now, cancellation);
        var counts = await CountsAsync(asked, since, cancellation);
        var hourly = new HourlyCounts(counts, missed.Where(m => m.IsWhole).Select(m => m.Time));
        var hours = Missed.Weaken(hourly.Buckets(stretch.Expected, now, BucketWidth.Hour, zone, now), missed, stretch.Expected);
        var words = new MissedWords(now.InZone(zone), texts);
        var bars = new Bars(
            caller.Required.To("mentions"), asked, now.InZone(zone), await waves.TimesAsync(asked.Search, stretch.From, cancellation), missed, words, texts);
        return new(
            asked,
            counts.Where(c => c.Key >= stretch.From).Sum(c => c.Value),
            stretch.From,
            Change(hourly, missed, stretch, now, zone),
            bars.Wide(hours, stretch.From),
            bars.Days(hours, stretch.From),
            standing.Now,
            [.. missed.Where(m => m.Gap is not null && m.Touches(stretch.From, now)).OrderByDescending(m => m.IsWhole).ThenByDescending(m => m.Time.Start).Take(MostGaps).Select(words.Say)],
            await waves.NowAsync(asked.Search, cancellation));
    }

    // Like for like: the same hours of the stretch before. Said only where both were listened to throughout.
    private static int? Change(HourlyCounts hourly, IReadOnlyList<Missed> missed, Stretch stretch, Instant now, DateTimeZone zone)
    {
        var before = Missed.Weaken(hourly.Buckets(stretch.Earlier, stretch.EarlierUntil, BucketWidth.Hour, zone, now), missed, stretch.Earlier);
        var since = Missed.Weaken(hourly.Buckets(stretch.From, now, BucketWidth.Hour, zone, now), missed, stretch.Earlier);
        if (before.Concat(since).Any(b => b.State != BucketState.Known))
            return null;
        var (was, isNow) = (before.Sum(b => b.Count ?? 0), since.Sum(b => b.Count ?? 0));
        return was < 10 ? null : (int)Math.Round(100.0 * (isNow - was) / was, MidpointRounding.AwayFromZero);
    }

    /// <summary>Hour by hour in UTC, from a moment until now, and what is missing in them.</summary>
    public async Task<(IReadOnlyList<CountBucket> Hours, IReadOnlyList<Missed> Missed)> HoursAsync(MentionsAsked asked, Instant since, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var missed = await missing.ReadAsync(asked, since, now, cancellation);
        var hourly = new HourlyCounts(await CountsAsync(asked, since, cancellation), missed.Where(m => m.IsWhole).Select(m => m.Time));
        return (hourly.Buckets(since, now, BucketWidth.Hour, DateTimeZone.Utc, now), missed);
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
}
