using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Labels;
using Rotfeste.Listening.Searches;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Waves;

/// <summary>Who is told of the waves of a search or a label, which each decides, and how many alerts it may raise a month, which a lead does.</summary>
internal sealed class WaveChoosing(AppDb db, CurrentCaller caller)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/waves/watching/{subject:guid}", (Guid subject, HttpRequest request, WaveChoosing choosing, CancellationToken cancellation) =>
            choosing.WatchAsync(subject, isTold: true, request, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/waves/watching/{subject:guid}/regret", (Guid subject, HttpRequest request, WaveChoosing choosing, CancellationToken cancellation) =>
            choosing.WatchAsync(subject, isTold: false, request, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/waves/budgets/{subject:guid}", (Guid subject, HttpRequest request, WaveChoosing choosing, CancellationToken cancellation) =>
            choosing.BudgetAsync(subject, request, cancellation)).RequireAuthorization(Access.Lead);
    }

    /// <summary>Searches that are listened for, and labels, by name.</summary>
    public async Task<IReadOnlyList<WaveChoiceView>> ReadAsync(CancellationToken cancellation)
    {
        var searches = await db.Set<Search>().AsNoTracking().Where(s => s.StoppedAt == null).Select(s => new { s.Id, s.Name }).ToListAsync(cancellation);
        var labels = await db.Set<Label>().AsNoTracking().Select(l => new { l.Id, l.Name }).ToListAsync(cancellation);
        var me = caller.Required.Person;
        var told = await db.Set<WaveWatcher>().AsNoTracking().Where(w => w.Person == me).Select(w => w.Subject).ToListAsync(cancellation);
        var budgets = await db.Set<WaveBudget>().AsNoTracking().ToDictionaryAsync(b => b.Subject, b => b.AlertsPerMonth, cancellation);
        return [.. searches.Select(s => (Id: s.Id.Value, s.Name)).Concat(labels.Select(l => (l.Id, l.Name)))
            .OrderBy(s => s.Name, StringComparer.CurrentCultureIgnoreCase)
            .Select(s => new WaveChoiceView(
                s.Id, s.Name, told.Contains(s.Id), budgets.GetValueOrDefault(s.Id, WaveBudget.Usual), caller.Required.May.Contains(Access.Lead)))];
    }

    private async Task<IResult> WatchAsync(Guid subject, bool isTold, HttpRequest request, CancellationToken cancellation)
    {
        if (!await ExistsAsync(subject, cancellation))
            return Results.NotFound();
        var me = caller.Required.Person;
        await db.WriteAsync(
            async () =>
            {
                var row = await db.Set<WaveWatcher>().FirstOrDefaultAsync(w => w.Subject == subject && w.Person == me, cancellation);
                if (isTold && row is null)
                    db.Add(new WaveWatcher { Organisation = caller.Required.Organisation, Subject = subject, Person = me });
                else if (!isTold && row is not null)
                    db.Remove(row);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        return await BackAsync(subject, request, cancellation);
    }

    private async Task<IResult> BudgetAsync(Guid subject, HttpRequest request, CancellationToken cancellation)
    {
        if (!await ExistsAsync(subject, cancellation))
            return Results.NotFound();
        if (int.TryParse((await request.ReadFormAsync(cancellation))["alerts"], NumberStyles.None, CultureInfo.InvariantCulture, out var alerts))
        {
            alerts = Math.Clamp(alerts, 1, WaveBudget.Most);
            if (await db.Set<WaveBudget>().FirstOrDefaultAsync(b => b.Subject == subject, cancellation) is { } row)
                row.AlertsPerMonth = alerts;
            else
                db.Add(new WaveBudget { Organisation = caller.Required.Organisation, Subject = subject, AlertsPerMonth = alerts });
            await db.SaveChangesAsync(cancellation);
        }

        return await BackAsync(subject, request, cancellation);
    }

    private async Task<IResult> BackAsync(Guid subject, HttpRequest request, CancellationToken cancellation) =>
        Answer.SeeOther(caller.Required.To((await request.ReadFormAsync(cancellation))["from"] == "search" ? $"searches/{subject}" : "waves"));

    private async Task<bool> ExistsAsync(Guid subject, CancellationToken cancellation) =>
        await db.Set<Search>().AnyAsync(s => s.Id == new SearchId(subject), cancellation) || await db.Set<Label>().AnyAsync(l => l.Id == subject, cancellation);
}
