using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rotfeste.Listening.Watching;
using Rotfeste.Networks.Jetstream;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Http;

namespace Rotfeste.Listening.Streams;

/// <summary>
/// The open stream, open while somebody here listens for something: one connection serves all organisations. Nothing but
/// what concerns them touches the disk.
/// </summary>
internal sealed partial class StreamIntake(
    IServiceScopeFactory scopes,
    Settings settings,
    StreamChoices choices,
    GuardedHttp http,
    WatchKeeper watch,
    StoredMarks marks,
    RecentDeletions deletions,
    RecentPosts recent,
    SourceStanding standing,
    StreamNews news,
    BatchLoop batches,
    IClock clock,
    ILogger<StreamIntake> log) : BackgroundService
{
    private const int QueueLength = 2_000;
    private static readonly TimeSpan LastBatch = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Streams.Count == 0)
        {
            standing.Become(SourceState.Off);
            return;
        }

        await LoadMarksAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await watch.WaitUntilAsync(w => w.IsWanted, stoppingToken);
            await ReadWhileWantedAsync(stoppingToken);
        }
    }

    private async Task ReadWhileWantedAsync(CancellationToken stopping)
    {
        using var run = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var reading = ReadAsync(run.Token);
        await Task.WhenAny(reading, watch.WaitUntilAsync(w => !w.IsWanted, run.Token));
        await run.CancelAsync();
        try
        {
            await reading;
        }
        catch (Exception thrown) when (!stopping.IsCancellationRequested)
        {
            LogFault(thrown);
            await Task.Delay(AfterFault, stopping);
            return;
        }

        if (stopping.IsCancellationRequested || watch.Current.IsWanted)
            return;

        // Closed on purpose: what is said until somebody listens again is nobody's gap.
        await ForgetCursorAsync(stopping);
        standing.Become(SourceState.NotWanted);
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        var queue = Channel.CreateBounded<Find>(new BoundedChannelOptions(QueueLength) { SingleReader = true, SingleWriter = true });
        var listener = new StreamListener(scopes, watch, new Sieve(marks, deletions, recent), standing, news, clock, queue.Writer);
        var reader = new JetstreamReader(choices.Options(settings.Streams), StreamConnections.Through(http.Invoker));
        using var giveUp = new CancellationTokenSource();
        var writing = batches.RunAsync(queue.Reader, () => listener.SeenUs, giveUp.Token);
        try
        {
            await reader.Run(listener, cancellation);
        }
        finally
        {
            // What was found before the end is stored, unless the database keeps us waiting.
            queue.Writer.Complete();
            giveUp.CancelAfter(LastBatch);
            await writing.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task LoadMarksAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Current.ChooseWholeInstallation();
        await marks.LoadAsync(db, cancellation);
    }

    private async Task ForgetCursorAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await db.WriteAsync(() => db.Set<StreamCursor>().ExecuteDeleteAsync(cancellation), cancellation);
    }

    [LoggerMessage(LogLevel.Error, "Reading the stream ended with a fault")]
    private partial void LogFault(Exception thrown);
}
