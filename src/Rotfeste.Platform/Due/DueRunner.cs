using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rotfeste.Platform.Data;

namespace Rotfeste.Platform.Due;

/// <summary>Claims due jobs and has them done, a few at a time.</summary>
internal sealed partial class DueRunner(
    IServiceScopeFactory scopes, DueSignal signal, DueTries tries, DeliveryPace pace, IClock clock, ILogger<DueRunner> log) : BackgroundService
{
    private const int AtOnce = 4;
    private static readonly Duration Lease = Duration.FromMinutes(5);

    // Clocks are set right by a little all the time; nothing waits long for that.
    private static readonly Duration Little = Duration.FromMinutes(1);

    // At the start nobody knows what the clock said before.
    private Instant lastSeen = Instant.MaxValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ForgetLeasesAsync(stoppingToken);
        var running = new Dictionary<Guid, Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RoundAsync(running, stoppingToken);
            }
            catch (Exception thrown) when (!stoppingToken.IsCancellationRequested)
            {
                // The database is away, or a bug: the server lives on, and so does its work.
                LogThrown(thrown);
                await Task.Delay(DeliveryPace.AfterTrouble, stoppingToken);
            }
        }

        await Task.WhenAll(running.Values);
    }

    private async Task RoundAsync(Dictionary<Guid, Task> running, CancellationToken cancellation)
    {
        await FollowClockAsync(cancellation);
        foreach (var row in await ClaimAsync(running, cancellation))
            running.Add(row.Id, tries.RunAsync(row, cancellation));

        var nap = signal.WaitAsync(await NapAsync(cancellation), cancellation);
        await Task.WhenAny([nap, .. running.Values]);
        foreach (var done in running.Where(r => r.Value.IsCompleted).Select(r => r.Key).ToList())
            running.Remove(done);
        if (!nap.IsCompleted)
            signal.Set();
        await nap.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
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

    // What was planned while the clock ran ahead would wait until that time comes.
    private async Task FollowClockAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (now >= lastSeen - Little)
        {
            lastSeen = now;
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await db.WriteAsync(
            async () =>
            {
                (await db.Set<DueRow>().Where(r => r.PlannedAt > now + Little).ToListAsync(cancellation)).ForEach(r => r.FollowClock(now));
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        lastSeen = now;
    }

    // A lease says nothing here of what we do ourselves: a clock that jumped ends it too early, and it would be done twice side by side.
    private async Task<IReadOnlyList<DueRow>> ClaimAsync(Dictionary<Guid, Task> running, CancellationToken cancellation)
    {
        if (running.Count >= AtOnce)
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
                rows = (await Ready(db, now).OrderBy(r => r.RunAt).Take(AtOnce).ToListAsync(cancellation))
                    .Where(r => !running.ContainsKey(r.Id)).Take(AtOnce - running.Count).ToList();
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
        var wait = next is { } at ? (at - clock.GetCurrentInstant()).ToTimeSpan() : pace.Due;
        return wait < TimeSpan.Zero ? TimeSpan.FromMilliseconds(20) : wait < pace.Due ? wait : pace.Due;
    }

    [LoggerMessage(LogLevel.Error, "Claiming due work threw; tried again soon")]
    private partial void LogThrown(Exception exception);
}
