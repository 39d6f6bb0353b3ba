using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Channels.Accounts;
using Rotfeste.Channels.Protocols;

namespace Rotfeste.Channels.Mastodon;

/// <summary>What this folder adds to the room.</summary>
internal static class MastodonFolder
{
    public static IServiceCollection AddMastodon(this IServiceCollection services) => services
        .AddSingleton<MastodonServers>()
        .AddSingleton<MastodonCalls>()
        .AddSingleton<PendingSignIns>()
        .AddSingleton<AccountStream>()
        .AddHostedService<AccountStreams>()
        .AddScoped<RootFinding>()
        .AddScoped<MastodonIntake>()
        .AddScoped<StatusChecks>()
        .AddScoped<MastodonThreads>()
        .AddScoped<ServerTimelines>()
        .AddScoped<StatusMaking>()
        .AddScoped<StatusSending>()
        .AddKeyedScoped<INetwork, MastodonNetwork>(Channel.Mastodon)
        .AddScoped<ServerRefusals>()
        .AddScoped<BeginSignIn>()
        .AddScoped<EndSignIn>();

    public static void MapMastodon(this IEndpointRouteBuilder organisation)
    {
        BeginSignIn.Map(organisation);
        EndSignIn.Map(organisation);
    }
}
