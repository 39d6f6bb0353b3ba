using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Watching;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Timelines;

/// <summary>Reads the public lists of the servers that our accounts are at, one after the other, while somebody searches.</summary>
internal sealed partial class TimelinePolling(
    IServiceScopeFactory scopes, WatchKeeper watch, TimelineChoices choices, Settings installation, IClock clock, TimeProvider time, ILogger<TimelinePolling> log)
    : BackgroundService
{
    private static readonly TimeSpan Nap = TimeSpan.FromSeconds(1);
    private Instant? lookedAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The example's accounts are invented: nothing outside is asked about them.
        if (installation.IsExample)
            return;

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var (account, tag) in await DueAsync(stoppingToken))
                    await TakeAsync(account, tag, stoppingToken);
                await LookAgainAsync(stoppingToken);
            }
            catch (Exception thrown) when (!stoppingToken.IsCancellationRequested)
            {
                LogThrown(thrown);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Nap, time, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task LookAgainAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (!choices.IsLookDue(lookedAt, now))
            return;
        lookedAt = now;
        foreach (var account in await AccountsAsync(cancellation))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Choose(account.Organisation);
            await scope.ServiceProvider.GetRequiredService<LookAgain>().LookAsync(account, cancellation);
        }
    }

    private async Task<List<OwnAccount>> AccountsAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
        return [.. (await scope.ServiceProvider.GetRequiredService<OwnAccounts>().AllAsync(cancellation)).Where(a => a.Network == "mastodon")];
    }

    private async Task<List<(OwnAccount Account, string Tag)>> DueAsync(CancellationToken cancellation)
    {
        var current = watch.Current;
        if (current.Searches.Count == 0)
            return [];

        var accounts = await AccountsAsync(cancellation);
        if (accounts.Count == 0)
            return [];

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().ChooseWholeInstallation();
        var rows = await scope.ServiceProvider.GetRequiredService<AppDb>().Set<Timeline>().AsNoTracking().ToListAsync(cancellation);
        var known = rows.ToDictionary(t => (t.Channel, t.Tag));
        var now = clock.GetCurrentInstant();
        var queries = current.Searches.Searches.ToLookup(s => s.Key.Organisation, s => s.Value.Text);
        return [.. accounts.SelectMany(a => TagsOf(queries[a.Organisation]).Select(t => (a, t))).Where(w => choices.IsDue(known.GetValueOrDefault((w.a.Channel, w.t)), now))];
    }

    // All that is public there, and besides each tag that a search names: a tag's list reaches further than the server's own people.
    private static IEnumerable<string> TagsOf(IEnumerable<string> queries)
    {
        var all = queries.ToList();
        return all.Count == 0 ? [] : [.. TagsNamed.In(all).Prepend("")];
    }

    private async Task TakeAsync(OwnAccount account, string tag, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Choose(account.Organisation);
        await scope.ServiceProvider.GetRequiredService<TimelineIntake>().TakeAsync(account, tag, cancellation);
    }

    [LoggerMessage(LogLevel.Error, "Reading public lists threw")]
    private partial void LogThrown(Exception exception);
}
