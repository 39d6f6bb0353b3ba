using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using Rotfeste.Platform.Data;

namespace Rotfeste.Platform.Due;

/// <summary>Claims due jobs and has them done, a few at a time.</summary>
internal sealed class DueRunner(IServiceScopeFactory scopes, DueSignal signal, DueTries tries, IClock clock) : BackgroundService
{
    private const int AtOnce = 4;
    private static readonly TimeSpan LongestNap = TimeSpan.FromSeconds(5);
    private static readonly Duration Lease = Duration.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ForgetLeasesAsync(stoppingToken);
        var running = new HashSet<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var row in await ClaimAsync(AtOnce - running.Count, stoppingToken))
                running.Add(tries.RunAsync(row, stoppingToken));

            var nap = signal.WaitAsync(await NapAsync(stoppingToken), stoppingToken);
            await Task.WhenAny([nap, .. running]);
            running.RemoveWhere(t => t.IsCompleted);
            if (!nap.IsCompleted)
                signal.Set();
            await nap.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        await Task.WhenAll(running);
    }

    // One server a database: a lease found at the start belonged to a process that is gone.
    private async Task ForgetLeasesAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await db.WriteAsync(
            () => db.Set<DueRow>().Where(r => r.LeasedUntil != null)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.LeasedUntil, (Instant?)null), cancellation),
            cancellation);
    }

    private async Task<IReadOnlyList<DueRow>> ClaimAsync(int room, CancellationToken cancellation)
    {
        if (room <= 0)
            return [];

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var now = clock.GetCurrentInstant();
        if (!await Ready(db, now).AnyAsync(cancellation))
            return [];

        List<DueRow> rows = [];
        await db.WriteAsync(
            async () =>
            {
                rows = await Ready(db, now).OrderBy(r => r.RunAt).Take(room).ToListAsync(cancellation);
                rows.ForEach(r => r.LeasedUntil = now + Lease);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        return rows;
    }

    private static IQueryable<DueRow> Ready(AppDb db, Instant now) => db.Set<DueRow>()
        .Where(r => r.ParkedAt == null && r.RunAt <= now && (r.LeasedUntil == null || r.LeasedUntil < now));

    private async Task<TimeSpan> NapAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var next = await db.Set<DueRow>().Where(r => r.ParkedAt == null && r.LeasedUntil == null)
            .OrderBy(r => r.RunAt).Select(r => (Instant?)r.RunAt).FirstOrDefaultAsync(cancellation);
        var wait = next is { } at ? (at - clock.GetCurrentInstant()).ToTimeSpan() : LongestNap;
        return wait < TimeSpan.Zero ? TimeSpan.FromMilliseconds(20) : wait < LongestNap ? wait : LongestNap;
    }
}
