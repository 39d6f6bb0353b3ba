using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Labels;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Searches;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Waves;

/// <summary>Reads waves as screens show them.</summary>
internal sealed class WaveReading(AppDb db, CurrentCaller caller, IClock clock)
{
    private const int MostPast = 50;
    private static readonly Duration JustNow = Duration.FromHours(12);

    /// <summary>Name and time of the waves since a moment, of one search or of all of them.</summary>
    public async Task<IReadOnlyList<(string Name, Interval Time)>> TimesAsync(Guid? search, Instant since, CancellationToken cancellation)
    {
        var waves = await ReadAsync(Of(search).Where(w => w.EndedAt == null || w.EndedAt >= since), cancellation);
        return [.. waves.Select(w => (w.Name, new Interval(w.Since, w.EndedAt ?? clock.GetCurrentInstant() + Duration.FromMinutes(1))))];
    }

    /// <summary>Those that last, and those that were over just now.</summary>
    public Task<IReadOnlyList<WaveView>> NowAsync(Guid? search, CancellationToken cancellation)
    {
        var lately = clock.GetCurrentInstant() - JustNow;
        return ReadAsync(Of(search).Where(w => w.EndedAt == null || w.EndedAt >= lately), cancellation);
    }

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<WaveView>> AllAsync(CancellationToken cancellation) => ReadAsync(Of(null), cancellation);

    /// <summary>One, or null.</summary>
    public async Task<(Wave Row, WaveView View)?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var row = await db.Set<Wave>().AsNoTracking().FirstOrDefaultAsync(w => w.Id == id, cancellation);
        return row is null ? null : (row, (await ReadAsync(db.Set<Wave>().Where(w => w.Id == id), cancellation))[0]);
    }

    private IQueryable<Wave> Of(Guid? search) =>
        search is { } id ? db.Set<Wave>().Where(w => w.Subject == id) : db.Set<Wave>();

    private async Task<IReadOnlyList<WaveView>> ReadAsync(IQueryable<Wave> asked, CancellationToken cancellation)
    {
        var waves = await asked.AsNoTracking().OrderByDescending(w => w.Since).Take(MostPast).ToListAsync(cancellation);
        if (waves.Count == 0)
            return [];
        var names = await NamesAsync(cancellation);
        return [.. waves.Select(w => new WaveView(
            w.Id, names.GetValueOrDefault(w.Subject, "…"), Rounded(w.Times), w.Posts, Rounded(w.Expected), w.Since, w.EndedAt, Address(w)))];
    }

    /// <summary>Names of all that waves are counted of.</summary>
    public async Task<Dictionary<Guid, string>> NamesAsync(CancellationToken cancellation)
    {
        var names = (await db.Set<Search>().AsNoTracking().Select(s => new { s.Id, s.Name }).ToListAsync(cancellation)).ToDictionary(s => s.Id.Value, s => s.Name);
        foreach (var label in await db.Set<Label>().AsNoTracking().Select(l => new { l.Id, l.Name }).ToListAsync(cancellation))
            names[label.Id] = label.Name;
        return names;
    }

    private string Address(Wave wave)
    {
        var asked = new MentionsAsked(wave.Of == WaveOf.Search ? wave.Subject : null, MentionsAsked.UsualDays, null) { Label = wave.Of == WaveOf.Label ? wave.Subject : null };
        return asked.Address(caller.Required.To("mentions"), wave.EndedAt is { } end ? new MentionPlace(end, 0) : null) + "#said";
    }

    private static int Rounded(double value) => (int)Math.Round(value, MidpointRounding.AwayFromZero);
}
