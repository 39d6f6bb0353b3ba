using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Platform.Data;

namespace Rotfeste.Platform.Facts;

/// <summary>Gives held facts another chance, in order per organisation; after five failures a fact is parked and shown.</summary>
internal sealed class FactRetries(IServiceScopeFactory scopes, FactRuns runs, IClock clock)
{
    private const int MostTries = 5;
    private const int Batch = 50;

    public async Task RunAsync(FactRoute route, CancellationToken cancellation)
    {
        foreach (var held in await WaitingAsync(route, cancellation))
        {
            if (held.RetryAt > clock.GetCurrentInstant() || await FactAsync(held.Fact, cancellation) is not { } fact)
                return;

            var taken = await runs.TryAsync(route, [fact], cancellation);
            await MarkAsync(held, taken, cancellation);
            if (!taken)
                return;
        }
    }

    private async Task<List<HeldFact>> WaitingAsync(FactRoute route, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<HeldFact>().AsNoTracking()
            .Where(h => h.Handler == route.Handler && h.ParkedAt == null)
            .OrderBy(h => h.Organisation).ThenBy(h => h.Fact).Take(Batch).ToListAsync(cancellation);
    }

    private async Task<FactRow?> FactAsync(long id, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Set<FactRow>().AsNoTracking()
            .FirstOrDefaultAsync(f => f.Id == id, cancellation);
    }

    private async Task MarkAsync(HeldFact held, bool taken, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Attach(held);
        if (taken)
        {
            db.Remove(held);
        }
        else
        {
            held.Tries++;
            held.RetryAt = clock.GetCurrentInstant() + Duration.FromSeconds(Math.Pow(2, held.Tries));
            held.ParkedAt = held.Tries >= MostTries ? clock.GetCurrentInstant() : null;
        }

        await db.SaveChangesAsync(cancellation);
    }
}
