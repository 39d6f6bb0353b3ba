using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Platform.Facts;

/// <summary>Gives held facts another chance, in order per organisation; after five failures a fact is parked and shown.</summary>
internal sealed class FactRetries(IServiceScopeFactory scopes, FactRuns runs, IClock clock)
{
    private const int Batch = 50;

    public async Task RunAsync(FactRoute route, CancellationToken cancellation)
    {
        // One organisation's trouble is no other's: each has its own way through.
        foreach (var organisation in await WaitingAsync(route, cancellation))
            await RunAsync(route, organisation, cancellation);
    }

    private async Task RunAsync(FactRoute route, OrganisationId organisation, CancellationToken cancellation)
    {
        foreach (var held in await HeldAsync(route, organisation, cancellation))
        {
            if (held.Waits(clock.GetCurrentInstant()) || await FactAsync(held.Fact, cancellation) is not { } fact)
                return;

            var error = await runs.TryAsync(route, [fact], cancellation);
            await MarkAsync(held, error, cancellation);
            if (error is not null)
                return;
        }
    }

    private async Task<List<OrganisationId>> WaitingAsync(FactRoute route, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<HeldFact>()
            .Where(h => h.Handler == route.Handler && h.ParkedAt == null)
            .Select(h => h.Organisation).Distinct().ToListAsync(cancellation);
    }

    private async Task<List<HeldFact>> HeldAsync(FactRoute route, OrganisationId organisation, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<HeldFact>().AsNoTracking()
            .Where(h => h.Handler == route.Handler && h.Organisation == organisation && h.ParkedAt == null)
            .OrderBy(h => h.Fact).Take(Batch).ToListAsync(cancellation);
    }

    private async Task<FactRow?> FactAsync(long id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<FactRow>().AsNoTracking()
            .FirstOrDefaultAsync(f => f.Id == id, cancellation);
    }

    private async Task MarkAsync(HeldFact held, string? error, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Attach(held);
        if (error is null)
        {
            db.Remove(held);
        }
        else
        {
            held.Fail(error, clock.GetCurrentInstant());
        }

        await db.SaveChangesAsync(cancellation);
    }
}
