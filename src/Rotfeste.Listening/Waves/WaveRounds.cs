using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rotfeste.Listening.Volumes;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Waves;

/// <summary>
/// Once in five minutes judges what may have risen: only searches and labels with three posts in the last half hour, and those whose wave
/// lasts. All others are as quiet as they were, and cost nothing.
/// </summary>
internal sealed partial class WaveRounds(IServiceScopeFactory scopes, IClock clock, ILogger<WaveRounds> log) : BackgroundService
{
    private const int LeastPosts = 3;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(20);

    // What is said at the end of a step is stored a little later.
    private static readonly Duration Settled = Duration.FromSeconds(45);
    private static readonly Duration Recent = Duration.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Instant? judged = null;
        for (; ; await Task.Delay(Look, stoppingToken))
        {
            var last = LastStep(clock.GetCurrentInstant());
            if (last == judged)
                continue;
            try
            {
                await RunAsync(last, stoppingToken);
                judged = last;
                FaultPoint.Pass("wave-round-over");
            }
            catch (Exception thrown) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(thrown);
            }
        }
    }

    /// <summary>The last step that is over and stored.</summary>
    public static Instant LastStep(Instant now) => StepCount.Of(now - Settled) - StepCount.Length;

    /// <summary>Judges all that may have risen, of all organisations, up to a step.</summary>
    public async Task RunAsync(Instant last, CancellationToken cancellation)
    {
        foreach (var (organisation, subject) in await WorthLookingAtAsync(last, cancellation))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<AppDb>().Current.Choose(organisation);
            await scope.ServiceProvider.GetRequiredService<WaveWriting>().RunAsync(subject, last, cancellation);
        }
    }

    private async Task<List<(OrganisationId, Guid)>> WorthLookingAtAsync(Instant last, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Current.ChooseWholeInstallation();
        var since = last - Recent;
        var busy = await db.Set<StepCount>().AsNoTracking().Where(c => c.Step > since && c.Step <= last)
            .GroupBy(c => new { c.Organisation, c.Subject }).Where(g => g.Sum(c => c.Count) >= LeastPosts)
            .Select(g => new { g.Key.Organisation, g.Key.Subject }).ToListAsync(cancellation);
        var lasting = await db.Set<Wave>().AsNoTracking().Where(w => w.EndedAt == null).Select(w => new { w.Organisation, w.Subject }).ToListAsync(cancellation);
        return [.. busy.Concat(lasting).Select(s => (s.Organisation, s.Subject)).Distinct()];
    }

    [LoggerMessage(LogLevel.Error, "Waves were not looked for")]
    private partial void LogFault(Exception thrown);
}
