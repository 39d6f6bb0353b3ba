using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Rotfeste.Dialogue.Reports;
using Rotfeste.Dialogue.Waits;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Slots;

namespace Rotfeste.Dialogue;

/// <summary>What is known afterwards: how long questions waited, and the report on it.</summary>
internal static class DialogueInsight
{
    public static IServiceCollection AddInsight(this IServiceCollection services) => services
        .AddJob<CatchUpWaitsJob, CatchUpWaits>()
        .AddSingleton<KeptReports>()
        .AddSingleton(ShowOwnAnswers.Slot)
        .AddSingleton(new NavigationItem(
            NavigationPlace.Below, 10, "insight/response-times", null, Access.Member,
            services => services.GetRequiredService<IStringLocalizer<Reports.Texts>>()["Title"]))
        .AddScoped<WaitKeeping>()
        .AddScoped<WaitQuery>()
        .AddScoped<StandReading>()
        .AddScoped<ReportReading>()
        .AddScoped<ShowReport>()
        .AddScoped<ShowCounted>()
        .AddScoped<ShowOwnAnswers>();

    public static void Map(IEndpointRouteBuilder organisation)
    {
        ShowReport.Map(organisation);
        ShowCounted.Map(organisation);
        ShowOwnAnswers.Map(organisation);
    }

    public static void MapTables(ModelBuilder model) => Wait.Map(model);
}
