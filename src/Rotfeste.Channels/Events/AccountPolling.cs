using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Protocols;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Events;

/// <summary>Looks at every connected account's events again and again, each at its own pace.</summary>
internal sealed partial class AccountPolling(
    IServiceScopeFactory scopes, ChannelSettings settings, PollPaces paces, Settings installation, IClock clock, TimeProvider time, ILogger<AccountPolling> log)
    : BackgroundService
{
    private const int AtOnce = 8;
    private static readonly TimeSpan LongestNap = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The example's accounts are invented: nothing outside is asked about them.
        if (installation.IsExample)
            return;

        var nap = settings.Poll < LongestNap ? settings.Poll : LongestNap;
        var running = new Dictionary<ChannelId, Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var done in running.Where(r => r.Value.IsCompleted).Select(r => r.Key).ToList())
                running.Remove(done);
            foreach (var channel in await DueAsync(stoppingToken))
            {
                if (running.Count < AtOnce && !running.ContainsKey(channel.Id))
                    running[channel.Id] = LookAsync(channel.Key, channel.Network, stoppingToken);
            }

            await Task.Delay(nap, time, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        await Task.WhenAll(running.Values);
    }

    private async Task<List<Channel>> DueAsync(CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var connected = await db.Set<Channel>().AsNoTracking().Where(c => c.DisconnectedAt == null).ToListAsync(cancellation);
            var now = clock.GetCurrentInstant();
            return connected.FindAll(c => c.ObstacleAt(now) is null && paces.Of(c.Id).IsDue);
        }
        catch (Exception thrown) when (!cancellation.IsCancellationRequested)
        {
            LogListing(thrown);
            return [];
        }
        catch (OperationCanceledException)
        {
            return [];
        }
    }

    private async Task LookAsync(ChannelKey channel, string network, CancellationToken cancellation)
    {
        var stored = 0;
        try
        {
            var look = new Look(0, HasMore: true);
            while (look.HasMore)
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Choose(channel.Organisation);
                look = await scope.ServiceProvider.GetRequiredService<AskedNetworks>().Of(network).TakeInAsync(channel, cancellation);
                stored += look.Stored;
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Shutting down: what was not stored is asked for again at the next start.
        }
        catch (Exception thrown)
        {
            LogThrown(thrown, channel.Channel);
        }

        paces.Of(channel.Channel).Looked(stored);
    }

    [LoggerMessage(LogLevel.Error, "Listing channels threw")]
    private partial void LogListing(Exception exception);

    [LoggerMessage(LogLevel.Error, "Taking in events of channel {Channel} threw")]
    private partial void LogThrown(Exception exception, ChannelId channel);
}
