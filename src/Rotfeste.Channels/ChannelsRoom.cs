using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Bluesky;
using Rotfeste.Channels.Connections;
using Rotfeste.Channels.Contracts;
using Rotfeste.Channels.Events;
using Rotfeste.Channels.Examples;
using Rotfeste.Channels.Mastodon;
using Rotfeste.Channels.Orders;
using Rotfeste.Channels.Protocols;
using Rotfeste.Channels.Sessions;
using Rotfeste.Platform;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Channels;

/// <summary>The room's one door.</summary>
public static class ChannelsRoom
{
    /// <summary>Registers the room. Its looking at accounts begins when the host starts.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services)
    {
        services.AddTables("channels", ChannelTables.Map);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => ChannelSettings.From(provider.GetService<IConfiguration>()));
        return services.AddCalling().AddSending().AddIntake().AddScreens().AddContracts().AddBluesky().AddMastodon();
    }

    /// <summary>Maps the room's screens under an organisation's address.</summary>
    public static void MapChannels(this IEndpointRouteBuilder organisation)
    {
        ListChannels.Map(organisation);
        organisation.MapBluesky();
        organisation.MapMastodon();
        DisconnectChannel.Map(organisation);
        PauseChannel.Map(organisation);
        ChooseUnits.Map(organisation);
        ChooseSigning.Map(organisation);
    }

    /// <summary>
    /// Plants an account that exists at no network in the scope's own unit of work, for the organisation chosen there;
    /// planting it again changes nothing.
    /// </summary>
    public static async Task<ChannelId> PlantExampleAsync(IServiceProvider scope, PersonId by, Instant at, CancellationToken cancellation)
    {
        var channel = await scope.GetRequiredService<PlantExample>().RunAsync(by, at, cancellation);
        await scope.GetRequiredService<AppDb>().SaveChangesAsync(cancellation);
        return channel;
    }

    private static IServiceCollection AddCalling(this IServiceCollection services) => services
        .AddSingleton<SessionStore>()
        .AddSingleton<SessionLocks>()
        .AddSingleton<HealthMarks>()
        .AddScoped<AskedNetworks>();

    private static IServiceCollection AddSending(this IServiceCollection services) => services
        .AddScoped<HeldItems>()
        .AddScoped<ItemMarks>()
        .AddScoped<PictureFiles>()
        .AddJob<SendItemJob, SendItemTry>();

    private static IServiceCollection AddIntake(this IServiceCollection services) => services
        .AddSingleton<PollPaces>()
        .AddScoped<EventStore>()
        .AddHostedService<AccountPolling>();

    private static IServiceCollection AddScreens(this IServiceCollection services) => services
        .AddSingleton(ChannelNavigation.Item)
        .AddSingleton<KeptChannels>()
        .AddScoped<KnownChannels>()
        .AddScoped<ChannelSight>()
        .AddScoped<ChannelPages>()
        .AddScoped<Connecting>()
        .AddScoped<DisconnectChannel>()
        .AddScoped<PauseChannel>()
        .AddScoped<ChooseUnits>()
        .AddScoped<ChooseSigning>()
        .AddScoped<PlantExample>();

    private static IServiceCollection AddContracts(this IServiceCollection services) => services
        .AddScoped(provider => new ConnectedChannels(provider.GetRequiredService<KnownChannels>(), provider.GetRequiredService<ChannelSight>()))
        .AddScoped(provider => new Timelines(
            provider.GetRequiredService<AppDb>(), provider.GetRequiredService<AskedNetworks>(), provider.GetRequiredService<IClock>()))
        .AddScoped<OwnAccounts>()
        .AddScoped<AccountEvents>()
        .AddScoped(provider => new Threads(
            provider.GetRequiredService<AppDb>(), provider.GetRequiredService<AskedNetworks>(), provider.GetRequiredService<IClock>()))
        .AddSingleton<KnownItems>()
        .AddScoped(provider => new Items(
            provider.GetRequiredService<AppDb>(), provider.GetRequiredService<KnownItems>(), provider.GetRequiredService<DueWork>(),
            provider.GetRequiredService<IMayPublish>(), provider.GetRequiredService<FactLog>(), provider.GetRequiredService<LedgerWriter>(),
            provider.GetRequiredService<IClock>()));
}
