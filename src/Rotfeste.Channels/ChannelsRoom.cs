using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Events;
using Rotfeste.Channels.Orders;
using Rotfeste.Channels.Sessions;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels;

/// <summary>The room's one door.</summary>
public static class ChannelsRoom
{
    private const int RecordKeyMakers = 1024;

    /// <summary>Registers the room. Its looking at accounts begins when the host starts.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        services.AddTables("channels", ChannelTables.Map);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => ChannelSettings.From(provider.GetService<IConfiguration>()));
        return services.AddCalling().AddSending().AddIntake().AddContracts();
    }

    /// <summary>Maps the room's screens under an organisation's address.</summary>
    public static void MapChannels(this IEndpointRouteBuilder organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
    }

    private static IServiceCollection AddCalling(this IServiceCollection services) => services
        .AddSingleton<BlueskyServers>()
        .AddSingleton<SessionStore>()
        .AddSingleton<SessionLocks>()
        .AddSingleton<SessionRenewal>()
        .AddSingleton<HealthMarks>()
        .AddSingleton<ChannelCalls>();

    private static IServiceCollection AddSending(this IServiceCollection services) => services
        .AddSingleton(new TidSource(TimeProvider.System, Random.Shared.Next(RecordKeyMakers)))
        .AddScoped<HeldItems>()
        .AddScoped<RecordMaking>()
        .AddScoped<RecordSending>()
        .AddScoped<ItemMarks>()
        .AddJob<SendItemJob, SendItemTry>();

    private static IServiceCollection AddIntake(this IServiceCollection services) => services
        .AddScoped<AccountIntake>()
        .AddHostedService<AccountPolling>();

    private static IServiceCollection AddContracts(this IServiceCollection services) => services
        .AddScoped<ConnectedChannels>()
        .AddScoped<OwnAccounts>()
        .AddScoped<AccountEvents>()
        .AddScoped(provider => new Threads(
            provider.GetRequiredService<AppDb>(), provider.GetRequiredService<ChannelCalls>(), provider.GetRequiredService<IClock>()))
        .AddScoped<Items>();
}
