using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Protocols;
using Rotfeste.Networks.Bluesky.Ids;

namespace Rotfeste.Channels.Bluesky;

/// <summary>What this folder adds to the room.</summary>
internal static class BlueskyFolder
{
    private const int RecordKeyMakers = 1024;

    public static IServiceCollection AddBluesky(this IServiceCollection services) => services
        .AddSingleton<BlueskyServers>()
        .AddSingleton<SessionRenewal>()
        .AddSingleton<BlueskyCalls>()
        .AddSingleton(new TidSource(TimeProvider.System, Random.Shared.Next(RecordKeyMakers)))
        .AddScoped<RecordMaking>()
        .AddScoped<RecordSending>()
        .AddScoped<RecordJudging>()
        .AddScoped<BlueskyIntake>()
        .AddKeyedScoped<INetwork, BlueskyNetwork>(Channel.Bluesky)
        .AddScoped<BlueskySignIn>()
        .AddScoped<SignInRefusals>()
        .AddScoped<ConnectBluesky>()
        .AddScoped<SignInAgain>();

    public static void MapBluesky(this IEndpointRouteBuilder organisation)
    {
        ConnectBluesky.Map(organisation);
        SignInAgain.Map(organisation);
    }
}
