using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Shielding;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Authors;

/// <summary>
/// The open stream tells ids only; this asks the network's public view for the names, a few posts at a time. What waits
/// stands on the rows, so a restart loses nothing.
/// </summary>
internal sealed partial class AuthorNaming(
    IServiceScopeFactory scopes, NamingSignal signal, PublicView view, MentionNews news, IClock clock, ILogger<AuthorNaming> log)
    : BackgroundService
{
    private const int MostLookedAt = 250;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Nap = TimeSpan.FromSeconds(30);
    private static readonly Duration Patience = Duration.FromMinutes(15);
    private static readonly Duration AskAgain = Duration.FromMinutes(1);
    private readonly Dictionary<string, Instant> asked = new(StringComparer.Ordinal);

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
        var shield = scope.ServiceProvider.GetRequiredService<Shield>();
        var forgetting = scope.ServiceProvider.GetRequiredService<Forgetting>();
        await db.WriteAsync(
            async () =>
            {
                foreach (var row in await db.Set<KeptPost>().Where(p => p.AwaitsName && uris.Contains(p.Uri)).ToListAsync(cancellation))
                {
                    if (seen.TryGetValue(row.Uri, out var post) && await shield.CoversAsync(row.Organisation, post.Author, cancellation))
                        await forgetting.ForgetAsync([row.Id], cancellation);
                    else if (post is not null)
                        row.Freshen(post, clock.GetCurrentInstant());
                    else if (clock.GetCurrentInstant() - row.StoredAt > Patience)
                        row.GiveUpName();
                    db.AfterCommit(() => news.Tell(row.Organisation));
                    db.AfterCommit(() => news.TellNames(row.Organisation));
                }

                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        return seen.Count == PublicView.Most;
    }

    // Newest first; what the view did not know yet waits a minute, so that it holds up nobody.
    private async Task<List<string>> WaitingAsync(CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        foreach (var old in asked.Where(a => now - a.Value > AskAgain).Select(a => a.Key).ToList())
            asked.Remove(old);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Current.ChooseWholeInstallation();
        var waiting = await db.Set<KeptPost>().AsNoTracking().Where(p => p.AwaitsName).OrderByDescending(p => p.StoredAt)
            .Select(p => p.Uri).Take(MostLookedAt).ToListAsync(cancellation);
        var next = waiting.Distinct(StringComparer.Ordinal).Where(u => !asked.ContainsKey(u)).Take(PublicView.Most).ToList();
        next.ForEach(u => asked[u] = now);
        return next;
    }

    [LoggerMessage(LogLevel.Error, "Names were not asked for")]
    private partial void LogFault(Exception thrown);
}
