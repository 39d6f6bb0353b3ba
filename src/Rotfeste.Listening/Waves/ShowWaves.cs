using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Labels;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Overviews;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Charts;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Waves;

/// <summary>The waves, one by one, and what one may ask to be told of.</summary>
internal sealed class ShowWaves(
    AppDb db, WaveReading reading, WaveChoosing choosing, MentionReading mentions, DigestReading digests, IClock clock,
    IStringLocalizer<Mentions.Texts> names)
{
    private const int First = 3;
    private const int MostRead = 2_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/waves", (ShowWaves show, CancellationToken cancellation) => show.AllAsync(cancellation)).RequireAuthorization(Access.Member);
        routes.MapGet("/waves/{id:guid}", (Guid id, ShowWaves show, CancellationToken cancellation) => show.OneAsync(id, cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> AllAsync(CancellationToken cancellation)
    {
        var waves = await reading.AllAsync(cancellation);
        var view = new WavesView(
            [.. waves.Where(w => w.EndedAt is null)], [.. waves.Where(w => w.EndedAt is not null)], await choosing.ReadAsync(cancellation));
        return Answer.Page<WavesPage>((nameof(WavesPage.View), view));
    }

    private async Task<IResult> OneAsync(Guid id, CancellationToken cancellation)
    {
        if (await reading.FindAsync(id, cancellation) is not { } found)
            return Results.NotFound();
        var wave = found.Row;
        var own = Own(wave);
        var first = await own.OrderBy(m => m.At).Take(First).ToListAsync(cancellation);
        var parts = await own.OrderBy(m => m.At).Take(MostRead).Select(m => new { m.Source, m.Language }).ToListAsync(cancellation);
        var digest = await digests.ReadAsync(
            wave.Organisation, wave.Of == WaveOf.Search ? wave.Subject : null, wave.Since, wave.EndedAt, cancellation);
        var view = new WavePageView(
            found.View,
            await mentions.ReadAsync(first, cancellation),
            [.. digest.Words.Select(w => w.What)],
            Shares(parts.Select(p => Naming.Network(p.Source, names))),
            Shares(parts.Select(p => Naming.Language(p.Language, names))),
            parts.Count);
        return Answer.Page<WavePage>((nameof(WavePage.View), view));
    }

    private IQueryable<Mention> Own(Wave wave)
    {
        var (from, until) = (wave.Since, wave.EndedAt ?? clock.GetCurrentInstant() + Duration.FromMinutes(1));
        var said = db.Set<Mention>().AsNoTracking().Where(m => m.Organisation == wave.Organisation && m.At >= from && m.At < until);
        if (wave.Of == WaveOf.Label)
            return said.Where(m => db.Set<MentionLabel>().Any(l => l.Label == wave.Subject && l.Mention == m.Id));
        var search = new SearchId(wave.Subject);
        return said.Where(m => db.Set<Hit>().Any(h => h.Search == search && h.Mention == m.Id));
    }

    private static List<ChartShare> Shares(IEnumerable<string> parts) =>
        [.. parts.Where(p => p.Length > 0).GroupBy(p => p).Select(g => new ChartShare(g.Key, g.Count(), Ink: "c-wave")).OrderByDescending(s => s.Count)];
}
