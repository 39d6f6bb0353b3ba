using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Volumes;

/// <summary>
/// Tells the language of mentions from before languages were told, and adds them to the sums, a few at a time. A mention without a language
/// is one that waits, so whatever stops the work, it goes on where it was and counts nothing twice.
/// </summary>
internal sealed partial class Recounting(IServiceScopeFactory scopes, ILogger<Recounting> log) : BackgroundService
{
    private const int Most = 500;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan AfterFault = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(First, stoppingToken);
        var hasMore = true;
        while (hasMore)
        {
            var wait = Pause;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                hasMore = await RunAsync(scope.ServiceProvider, stoppingToken) == Most;
            }
            catch (Exception thrown) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(thrown);
                wait = AfterFault;
            }

            await Task.Delay(wait, stoppingToken);
        }
    }

    /// <summary>Some of those that wait, over all organisations; how many there were.</summary>
    public static async Task<int> RunAsync(IServiceProvider scope, CancellationToken cancellation)
    {
        var (db, counting) = (scope.GetRequiredService<AppDb>(), scope.GetRequiredService<Counting>());
        db.Current.ChooseWholeInstallation();
        var told = 0;
        await db.WriteAsync(
            async () =>
            {
                var mentions = await db.Set<Mention>().Where(m => m.Language == "").OrderBy(m => m.Organisation).ThenBy(m => m.At).Take(Most).ToListAsync(cancellation);
                var (ids, postIds) = (mentions.ConvertAll(m => m.Id), mentions.ConvertAll(m => m.Post));
                var posts = await db.Set<KeptPost>().Where(p => postIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellation);
                var hits = (await db.Set<Hit>().AsNoTracking().Where(h => ids.Contains(h.Mention)).ToListAsync(cancellation)).ToLookup(h => h.Mention, h => h.Search);
                foreach (var mention in mentions)
                {
                    posts[mention.Post].TellLanguage();
                    mention.Tell(posts[mention.Post].Network, posts[mention.Post].Language!);
                    counting.AddParts(mention, HourCount.All);
                    foreach (var search in hits[mention.Id])
                        counting.AddParts(mention, search);
                }

                await counting.WriteAsync(cancellation);
                await db.SaveChangesAsync(cancellation);
                told = mentions.Count;
            },
            cancellation);
        return told;
    }

    [LoggerMessage(LogLevel.Error, "Stored mentions were not counted by source and language")]
    private partial void LogFault(Exception thrown);
}
