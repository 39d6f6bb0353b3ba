using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rotfeste.Listening.Posts;
using Rotfeste.Platform.Data;
using Rotfeste.Listening.Mentions;

namespace Rotfeste.Listening.Authors;

/// <summary>
/// The open stream tells ids only; this asks the network's public view for the names, a few posts at a time. What waits
/// stands on the rows, so a restart loses nothing.
/// </summary>
internal sealed partial class AuthorNaming(
    IServiceScopeFactory scopes, NamingSignal signal, PublicView view, MentionNews news, IClock clock, ILogger<AuthorNaming> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Nap = TimeSpan.FromSeconds(30);
    private static readonly Duration Patience = Duration.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!view.IsOpen)
            return;

        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Nap;
            try
            {
                if (await NameSomeAsync(stoppingToken))
                    wait = TimeSpan.Zero;
            }
            catch (Exception thrown) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(thrown);
            }

            await Task.Delay(Pause, stoppingToken);
            if (wait > TimeSpan.Zero)
                await signal.WaitAsync(wait, stoppingToken);
        }
    }

    // True when there was a full load, so that there may be more.
    private async Task<bool> NameSomeAsync(CancellationToken cancellation)
    {
        var uris = await WaitingAsync(cancellation);
        if (uris.Count == 0)
            return false;

        var seen = await view.AskAsync(uris, cancellation);
        if (seen is null)
            return false;

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Current.ChooseWholeInstallation();
        await db.WriteAsync(
            async () =>
            {
                foreach (var row in await db.Set<KeptPost>().Where(p => p.AwaitsName && uris.Contains(p.Uri)).ToListAsync(cancellation))
                {
                    if (seen.TryGetValue(row.Uri, out var post))
                        row.Freshen(post);
                    else if (clock.GetCurrentInstant() - row.StoredAt > Patience)
                        row.GiveUpName();
                    db.AfterCommit(() => news.Tell(row.Organisation));
                }

                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        return seen.Count == PublicView.Most;
    }

    private async Task<List<string>> WaitingAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Current.ChooseWholeInstallation();
        return await db.Set<KeptPost>().AsNoTracking().Where(p => p.AwaitsName).OrderByDescending(p => p.StoredAt)
            .Select(p => p.Uri).Take(PublicView.Most).Distinct().ToListAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Error, "Names were not asked for")]
    private partial void LogFault(Exception thrown);
}
