using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rotfeste.Platform.Data;

namespace Rotfeste.Platform.Facts;

/// <summary>Hands a run of facts of one organisation to a handler, or holds them back when it cannot take them.</summary>
internal sealed partial class FactRuns(IServiceScopeFactory scopes, IClock clock, ILogger<FactRuns> log)
{
    public async Task TakeAsync(FactRoute route, List<FactRow> run, CancellationToken cancellation)
    {
        string? error = null;
        if (!await IsHeldAsync(route, run[0], cancellation) && (error = await TryAsync(route, run, cancellation)) is null)
            return;

        await HoldAsync(route, run, error, cancellation);
    }

    /// <summary>The handler's writes and its new position are one transaction.</summary>
    /// <returns>Null when they are taken, else the kind of error.</returns>
    public async Task<string?> TryAsync(FactRoute route, List<FactRow> run, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Choose(run[0].Organisation);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        try
        {
            await db.WriteAsync(
                async () =>
                {
                    await route.HandleAsync(scope.ServiceProvider, run, cancellation);
                    await MoveAsync(db, route.Handler, run[^1].Id, cancellation);
                    await db.SaveChangesAsync(cancellation);
                },
                cancellation);
            return null;
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            LogThrown(thrown, route.Handler, run[0].Id);
            return thrown.GetType().Name;
        }
    }

    private static async Task MoveAsync(AppDb db, string handler, long fact, CancellationToken cancellation)
    {
        var position = await db.Set<FactPosition>().FirstOrDefaultAsync(p => p.Handler == handler, cancellation);
        if (position is null)
            db.Add(position = new FactPosition { Handler = handler });
        position.LastFact = Math.Max(position.LastFact, fact);
    }

    private async Task<bool> IsHeldAsync(FactRoute route, FactRow fact, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        return await db.Set<HeldFact>()
            .AnyAsync(h => h.Handler == route.Handler && h.Organisation == fact.Organisation && h.ParkedAt == null, cancellation);
    }

    private async Task HoldAsync(FactRoute route, List<FactRow> run, string? error, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        foreach (var fact in run)
        {
            db.Add(new HeldFact
            {
                Handler = route.Handler,
                Fact = fact.Id,
                Organisation = fact.Organisation,
                RetryAt = clock.GetCurrentInstant(),
                LastError = error,
            });
        }

        await MoveAsync(db, route.Handler, run[^1].Id, cancellation);
        await db.SaveChangesAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Error, "{Handler} could not take fact {Fact}")]
    private partial void LogThrown(Exception exception, string handler, long fact);
}
