using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Rotfeste.Listening.Posts;

/// <summary>Once a day: what a run leaves, the next one finds, so nothing need be stored about it.</summary>
internal sealed partial class ForgettingDaily(IServiceScopeFactory scopes, ILogger<ForgettingDaily> log) : BackgroundService
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var wait = First; ; wait = Day)
        {
            await Task.Delay(wait, stoppingToken);
            try
            {
                while (await RunOnceAsync(stoppingToken))
                    await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
            catch (Exception thrown) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(thrown);
            }
        }
    }

    private async Task<bool> RunOnceAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ForgetOldPosts>().RunAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Error, "Old posts were not forgotten")]
    private partial void LogFault(Exception thrown);
}
