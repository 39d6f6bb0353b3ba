using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Dialogue.Newcomers;
using Rotfeste.Dialogue.SecondLooks;

namespace Rotfeste.Dialogue;

/// <summary>A colleague looks at a draft before it is sent: help for all, and where the organisation wishes it, for those who are new.</summary>
internal static class DialogueLooks
{
    public static IServiceCollection AddLooks(this IServiceCollection services) => services
        .AddSingleton<KeptLooks>()
        .AddScoped<LookReading>()
        .AddSingleton(AskForLook.Asked)
        .AddSingleton(GiveLook.Good)
        .AddSingleton(GiveLook.Said)
        .AddSingleton(GiveLook.NotNow)
        .AddScoped<AskForLook>()
        .AddScoped<GiveLook>()
        .AddScoped<EndLooks>()
        .AddSingleton<KeptNewcomerRules>()
        .AddScoped<NewcomerCheck>()
        .AddScoped<KeepNewcomerRule>();

    public static void Map(IEndpointRouteBuilder organisation)
    {
        AskForLook.Map(organisation);
        GiveLook.Map(organisation);
        KeepNewcomerRule.Map(organisation);
    }

    public static void MapTables(ModelBuilder model)
    {
        SecondLook.Map(model);
        NewcomerRule.Map(model);
    }
}
