using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Platform.Due;

/// <summary>How one job type is done: found by name, typed again.</summary>
internal sealed record JobRoute(
    string Name, bool IsOutside, Func<IServiceProvider, string, DueTry, CancellationToken, Task<DueOutcome>> DoAsync)
{
    public static JobRoute Of<TJob, TDoer>()
        where TJob : class, IJob
        where TDoer : class, IDo<TJob> =>
        new(DueWork.NameOf(typeof(TJob)), TDoer.IsOutside, (services, json, attempt, cancellation) =>
            services.GetRequiredService<TDoer>().DoAsync(
                JsonSerializer.Deserialize<TJob>(json, StoredJson.Options)!, attempt, cancellation));
}

/// <summary>One try at one job: the work, and the mark of what came of it.</summary>
internal sealed partial class DueTries(
    IServiceScopeFactory scopes, IEnumerable<JobRoute> routes, IClock clock, ILogger<DueTries> log)
{
    private const int MostThrows = 8;
    private readonly FrozenDictionary<string, JobRoute> byName = routes.ToFrozenDictionary(r => r.Name);

    public async Task RunAsync(DueRow row, CancellationToken cancellation)
    {
        try
        {
            await TryAsync(row, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Shutting down: the lease is forgotten at the next start.
        }
        catch (Exception thrown)
        {
            LogThrown(thrown, row.Job, row.Id);
            await MarkThrownAsync(row, thrown.GetType().Name);
        }
    }

    private async Task TryAsync(DueRow row, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = Enter(scope, row.Organisation);
        var route = byName[row.Job];
        var attempt = new DueTry(row.Tries + 1);
        if (route.IsOutside)
        {
            var outcome = await route.DoAsync(scope.ServiceProvider, row.Json, attempt, cancellation);
            await db.WriteAsync(() => MarkAsync(db, row.Id, outcome), cancellation);
            return;
        }

        await db.WriteAsync(
            async () => await MarkAsync(db, row.Id, await route.DoAsync(scope.ServiceProvider, row.Json, attempt, cancellation)),
            cancellation);
    }

    private static AppDb Enter(AsyncServiceScope scope, OrganisationId? organisation)
    {
        var current = scope.ServiceProvider.GetRequiredService<CurrentOrganisation>();
        if (organisation is { } chosen)
            current.Choose(chosen);
        else
            current.ChooseWholeInstallation();
        return scope.ServiceProvider.GetRequiredService<AppDb>();
    }

    private async Task MarkAsync(AppDb db, Guid id, DueOutcome outcome)
    {
        await db.SaveChangesAsync();
        if (await db.Set<DueRow>().FirstOrDefaultAsync(r => r.Id == id) is not { } row)
            return;

        if (outcome.Again is { } again)
        {
            row.Tries++;
            row.Plan(again, clock.GetCurrentInstant());
            row.LeasedUntil = null;
            row.LastReason = outcome.Reason;
        }
        else
        {
            db.Remove(row);
        }

        await db.SaveChangesAsync();
    }

    private async Task MarkThrownAsync(DueRow row, string error)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = Enter(scope, row.Organisation);
        var tries = row.Tries + 1;
        var now = clock.GetCurrentInstant();
        await db.WriteAsync(
            () => db.Set<DueRow>().Where(r => r.Id == row.Id).ExecuteUpdateAsync(s => s
                .SetProperty(r => r.Tries, tries)
                .SetProperty(r => r.LeasedUntil, (Instant?)null)
                .SetProperty(r => r.LastReason, error)
                .SetProperty(r => r.PlannedAt, now)
                .SetProperty(r => r.RunAt, now + Duration.FromSeconds(Math.Pow(2, tries)))
                .SetProperty(r => r.ParkedAt, tries >= MostThrows ? now : (Instant?)null)),
            CancellationToken.None);
    }

    [LoggerMessage(LogLevel.Error, "Job {Job} {Id} threw")]
    private partial void LogThrown(Exception exception, string job, Guid id);
}
