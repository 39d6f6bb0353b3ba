using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Watching;

/// <summary>Rung after a search or an account changed, so that the next event meets the new watchlist.</summary>
internal sealed class WatchSignal : WakeUp;

/// <summary>Keeps the current watchlist: read anew when rung for, and now and then in case nobody rang.</summary>
internal sealed partial class WatchKeeper(IServiceScopeFactory scopes, WatchSignal signal, ILogger<WatchKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(10);
    private volatile Watchlist current = Watchlist.Empty;
    private volatile TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Watchlist Current => current;

    /// <summary>Ends when the current watchlist is, or becomes, as wished.</summary>
    public async Task WaitUntilAsync(Func<Watchlist, bool> isAsWished, CancellationToken cancellation)
    {
        while (true)
        {
            var next = changed.Task;
            if (isAsWished(current))
                return;
            await next.WaitAsync(cancellation);
        }
    }

    /// <summary>Reads the watchlist and swaps it in.</summary>
    public async Task RenewAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        current = await scope.ServiceProvider.GetRequiredService<WatchReading>().ReadAsync(current, cancellation);
        var before = changed;
        changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        before.SetResult();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RenewAsync(stoppingToken);
            }
            catch (Exception thrown) when (!stoppingToken.IsCancellationRequested)
            {
                // The old watchlist goes on working.
                LogNotRead(thrown);
            }

            await signal.WaitAsync(Poll, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Error, "The watchlist could not be read")]
    private partial void LogNotRead(Exception thrown);
}
