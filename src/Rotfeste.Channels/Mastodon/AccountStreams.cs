using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels.Mastodon;

/// <summary>
/// Keeps one stream open for each account whose server has one. The stream only says that something happened; what happened is fetched
/// as always, so that it makes no difference which way a post was first heard of.
/// </summary>
internal sealed partial class AccountStreams(
    IServiceScopeFactory scopes, AccountStream stream, Settings installation, IClock clock, TimeProvider time, ILogger<AccountStreams> log)
    : BackgroundService
{
    private static readonly TimeSpan LookPause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The example's accounts are invented: nothing outside is asked about them.
        if (installation.IsExample)
            return;

        var open = new Dictionary<ChannelId, (CancellationTokenSource Stop, Task Listening)>();
        while (!stoppingToken.IsCancellationRequested)
        {
            var wanted = await WantedAsync(stoppingToken);
            foreach (var (id, held) in open.Where(o => o.Value.Listening.IsCompleted || !wanted.ContainsKey(o.Key)).ToList())
            {
                await held.Stop.CancelAsync();
                held.Stop.Dispose();
                open.Remove(id);
            }

            foreach (var channel in wanted.Values.Where(c => !open.ContainsKey(c.Channel)))
            {
                var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                open[channel.Channel] = (stop, stream.KeepAsync(channel, stop.Token));
            }

            await Task.Delay(LookPause, time, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        await Task.WhenAll(open.Values.Select(o => o.Listening));
    }

    private async Task<Dictionary<ChannelId, ChannelKey>> WantedAsync(CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
            var connected = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<Channel>().AsNoTracking()
                .Where(c => c.DisconnectedAt == null && c.Network == Channel.Mastodon).ToListAsync(cancellation);
            var now = clock.GetCurrentInstant();
            return connected.Where(c => c.ObstacleAt(now) is null).ToDictionary(c => c.Id, c => c.Key);
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException)
        {
            LogListing(thrown);
            return [];
        }
        catch (OperationCanceledException)
        {
            return [];
        }
    }

    [LoggerMessage(LogLevel.Error, "Listing channels for their streams threw")]
    private partial void LogListing(Exception exception);
}
