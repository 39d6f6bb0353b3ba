using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rotfeste.Platform.Data;

namespace Rotfeste.Platform.Facts;

/// <summary>Delivers facts downstream, each handler at its own place in the log.</summary>
internal sealed partial class FactDelivery(
    IServiceScopeFactory scopes, IEnumerable<FactRoute> routes, FactRuns runs, FactRetries retries, FactSignal signal,
    DeliveryPace pace, ILogger<FactDelivery> log) : BackgroundService
{
    private const int Batch = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await RoundAsync(stoppingToken))
                    await signal.WaitAsync(pace.Facts, stoppingToken);
            }
            catch (Exception thrown) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away, or a bug: the server lives on, and so does delivery.
                LogThrown(thrown);
                await Task.Delay(DeliveryPace.AfterTrouble, stoppingToken);
            }
        }
    }

    private async Task<bool> RoundAsync(CancellationToken cancellation)
    {
        var more = false;
        foreach (var route in routes)
        {
            await retries.RunAsync(route, cancellation);
            more |= await DeliverAsync(route, cancellation);
        }

        return more;
    }

    private async Task<bool> DeliverAsync(FactRoute route, CancellationToken cancellation)
    {
        var facts = await NextAsync(route, cancellation);
        var start = 0;
        while (start < facts.Count)
        {
            var end = start + 1;
            while (end < facts.Count && facts[end].Organisation == facts[start].Organisation)
                end++;
            await runs.TakeAsync(route, facts[start..end], cancellation);
            start = end;
        }

        return facts.Count == Batch;
    }

    private async Task<List<FactRow>> NextAsync(FactRoute route, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var position = await db.Set<FactPosition>().Where(p => p.Handler == route.Handler).Select(p => p.LastFact)
            .FirstOrDefaultAsync(cancellation);
        return await db.Set<FactRow>().AsNoTracking()
            .Where(f => f.Type == route.Type && f.Id > position).OrderBy(f => f.Id).Take(Batch).ToListAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Error, "Delivering facts threw; tried again soon")]
    private partial void LogThrown(Exception exception);
}
