using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Contexts;

/// <summary>Fulfils the wishes of opened pages, one after the other.</summary>
internal sealed partial class ContextReader(ContextWishes wishes, IServiceScopeFactory scopes, ILogger<ContextReader> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var wish in wishes.Waiting.ReadAllAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Choose(wish.Organisation);
                await scope.ServiceProvider.GetRequiredService<ThreadContext>().FetchAsync(wish.Conversation, stoppingToken);
            }
            catch (Exception thrown) when (thrown is not OperationCanceledException)
            {
                LogThrown(thrown, wish.Conversation.Value);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The thread of conversation {Conversation} could not be freshened")]
    private partial void LogThrown(Exception thrown, Guid conversation);
}
