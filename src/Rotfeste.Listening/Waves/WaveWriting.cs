using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Labels;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Sources;
using Rotfeste.Listening.Streams;
using Rotfeste.Listening.Volumes;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Waves;

/// <summary>
/// Judges one search or label up to a step, keeps what came of it and tells those who asked, all in one unit of work: after a crash either
/// the wave is there and told, or neither, and the next round finds it again.
/// </summary>
internal sealed class WaveWriting(AppDb db, Gaps gaps, Notify notify, Organisations organisations, MentionNews news)
{
    public const string Kind = "wave-risen";
    public const string KindOfLabel = "wave-risen-label";

    /// <summary>Judges every search of the chosen organisation.</summary>
    public async Task RunAllAsync(Instant last, CancellationToken cancellation)
    {
        foreach (var search in await db.Set<Search>().AsNoTracking().Select(s => s.Id).ToListAsync(cancellation))
            await RunAsync(search.Value, last, cancellation);
    }

    /// <summary>Judges one.</summary>
    /// <param name="subject">The search or the label, of the chosen organisation.</param>
    /// <param name="last">The last step that is over.</param>
    /// <param name="cancellation">Stops before the save.</param>
    public async Task RunAsync(Guid subject, Instant last, CancellationToken cancellation)
    {
        if (await FindAsync(subject, cancellation) is not { } found)
            return;
        var waves = WaveReplay.Of(
            await CountsAsync(subject, last, cancellation), await GapsAsync(subject, found.Of, last, cancellation), Instant.Max(found.Since, last - StepCount.Kept), last,
            await BudgetAsync(subject, cancellation));
        var row = await db.Set<Wave>().Where(w => w.Subject == subject).OrderByDescending(w => w.ToldAt).FirstOrDefaultAsync(cancellation);

        // A clock that was set back comes by the same steps again: what was seen of the wave stays.
        if (row is { EndedAt: null } && last < row.SeenTo)
            return;
        if (row is { EndedAt: null })
            Follow(row, waves, last);
        else if (waves.Count > 0 && waves[^1] is { EndedAt: null } risen && (row is null || risen.ToldAt > row.EndedAt))
            await BeginAsync(subject, found, risen, last, cancellation);
        else
            return;

        FaultPoint.Pass("wave-before-save");
        await db.SaveChangesAsync(cancellation);
        FaultPoint.Pass("wave-saved");
    }

    // Counts that came late may move a wave a little, or away altogether.
    private static void Follow(Wave row, IReadOnlyList<ReplayedWave> waves, Instant last)
    {
        var seen = waves.LastOrDefault(w => (w.EndedAt ?? last) >= row.Since && w.Since <= row.SeenTo);
        if (seen is not null)
            row.Follow(seen.Posts, seen.Expected, last);
        if (seen is not { EndedAt: null })
            row.End(seen?.EndedAt ?? last);
    }

    private async Task BeginAsync(Guid subject, Subject found, ReplayedWave risen, Instant last, CancellationToken cancellation)
    {
        var organisation = db.Current.Value ?? throw new InvalidOperationException("A wave belongs to an organisation.");
        var row = new Wave
        {
            Id = Guid.CreateVersion7(),
            Organisation = organisation,
            Subject = subject,
            Of = found.Of,
            Since = risen.Since,
            ToldAt = risen.ToldAt,
        };
        row.Follow(risen.Posts, risen.Expected, last);
        db.Add(row);
        db.AfterCommit(() => news.Tell(organisation));
        var people = await db.Set<WaveWatcher>().AsNoTracking().Where(w => w.Subject == subject).Select(w => w.Person).ToListAsync(cancellation);
        var card = await organisations.FindAsync(organisation, cancellation);
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(card?.Zone ?? "") ?? DateTimeZone.Utc;
        var clock = row.Since.InZone(zone).TimeOfDay;
        string[] values = [found.Name, $"{row.Posts}", $"{clock.Hour}.{clock.Minute:00}", row.Expected < 1 ? "0–1" : $"{Math.Round(row.Expected)}"];
        await notify.TellAsync(people, new Notice(found.Of == WaveOf.Search ? Kind : KindOfLabel, values, $"waves/{row.Id}", NoticeUrgency.Urgent), cancellation);
    }

    private async Task<Subject?> FindAsync(Guid subject, CancellationToken cancellation)
    {
        if (await db.Set<Search>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == new SearchId(subject), cancellation) is { } search)
            return new(WaveOf.Search, search.Name, search.CreatedAt);
        var label = await db.Set<Label>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == subject, cancellation);
        return label is null ? null : new(WaveOf.Label, label.Name, label.CreatedAt);
    }

    private async Task<int> BudgetAsync(Guid subject, CancellationToken cancellation) =>
        await db.Set<WaveBudget>().Where(b => b.Subject == subject).Select(b => (int?)b.AlertsPerMonth).FirstOrDefaultAsync(cancellation) ?? WaveBudget.Usual;

    private async Task<Dictionary<Instant, long>> CountsAsync(Guid subject, Instant last, CancellationToken cancellation)
    {
        var (organisation, since) = (db.Current.Value, last - StepCount.Kept);
        return await db.Set<StepCount>().AsNoTracking().Where(c => c.Organisation == organisation && c.Subject == subject && c.Step >= since && c.Step <= last)
            .ToDictionaryAsync(c => c.Step, c => c.Count, cancellation);
    }

    /// <summary>
    /// Steps that are no steps: without the open stream, also while that lasts, and where most of what the search finds comes from the other
    /// sources, those in which one of them was not heard and what it said is known to be lost.
    /// </summary>
    private async Task<List<Interval>> GapsAsync(Guid subject, WaveOf of, Instant last, CancellationToken cancellation)
    {
        var found = await gaps.SinceAsync(last - StepCount.Kept, cancellation);
        var lost = found.Where(g => g.Source is not null && g.Until is not null && g.Why != GapBecause.Overrun).ToList();
        var counted = lost.Count > 0 && await IsMostlyFromSourcesAsync(subject, of, last, cancellation) ? lost : [];
        return [.. found.Where(g => g.Source is null).Concat(counted).Where(g => g.Until is null || g.Until > g.From).Select(g => new Interval(g.From, g.Until))];
    }

    private async Task<bool> IsMostlyFromSourcesAsync(Guid subject, WaveOf of, Instant last, CancellationToken cancellation)
    {
        var (organisation, since) = (db.Current.Value, last - StepCount.Kept);
        var search = of == WaveOf.Search ? new SearchId(subject) : HourCount.All;
        var sums = await db.Set<PartCount>().AsNoTracking()
            .Where(c => c.Organisation == organisation && c.Search == search && c.By == CountBy.Source && c.Hour >= since)
            .GroupBy(c => c.Value == BatchWriting.Stream).Select(g => new { g.Key, Count = g.Sum(c => c.Count) }).ToListAsync(cancellation);
        return sums.Where(s => !s.Key).Sum(s => s.Count) > sums.Where(s => s.Key).Sum(s => s.Count);
    }

    private sealed record Subject(WaveOf Of, string Name, Instant Since);
}
