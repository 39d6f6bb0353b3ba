using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Ideas;
using Rotfeste.Initiatives.Overviews;
using Rotfeste.Initiatives.Starts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Slots;

namespace Rotfeste.Initiatives;

/// <summary>The room's one door.</summary>
public static class InitiativesRoom
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddInitiatives(this IServiceCollection services) => services
        .AddTables("initiatives", InitiativeTables.Map)
        .AddIdeas()
        .AddBriefs()
        .AddSingleton(new NavigationItem(
            NavigationPlace.Ground, 10, "initiatives", "ground", Access.Member,
            scope => scope.GetRequiredService<IStringLocalizer<Overviews.Texts>>()["Initiatives"]));

    /// <summary>Maps the room's screens under an organisation's address.</summary>
    public static void MapInitiatives(this IEndpointRouteBuilder organisation)
    {
        PutUpIdea.Map(organisation);
        TalkAboutIdea.Map(organisation);
        ShowOverview.Map(organisation);
        StartInitiative.Map(organisation);
        WriteBrief.Map(organisation);
    }

    private static IServiceCollection AddIdeas(this IServiceCollection services) => services
        .AddScoped<IdeaReading>()
        .AddScoped<PutUpIdea>()
        .AddScoped<TalkAboutIdea>();

    private static IServiceCollection AddBriefs(this IServiceCollection services) => services
        .AddScoped<InitiativeDoor>()
        .AddScoped<StartScreen>()
        .AddScoped<StartInitiative>()
        .AddScoped<BriefScreen>()
        .AddScoped<WriteBrief>()
        .AddScoped<OverviewReading>();
}
