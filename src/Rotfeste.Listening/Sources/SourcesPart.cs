using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Listening.Feeds;
using Rotfeste.Listening.Imports;
using Rotfeste.Listening.Intakes;
using Rotfeste.Listening.Messages;
using Rotfeste.Listening.Tips;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;

namespace Rotfeste.Listening.Sources;

/// <summary>What the room's door registers and maps for the sources beside the open stream.</summary>
internal static class SourcesPart
{
    public static IServiceCollection AddSources(this IServiceCollection services)
    {
        services.AddScoped<Gaps>().AddScoped<Intake>().AddSingleton<SearchIndexes>();
        services.AddScoped<ListSources>().AddScoped<AddFeed>().AddScoped<AddWebhook>().AddScoped<ChangeSource>();
        services.AddScoped<FeedCalls>().AddJob<PollFeedJob, PollFeed>();
        services.AddSingleton<ImportFiles>().AddSingleton<ImportsWaiting>().AddScoped<StartImport>().AddScoped<UploadImport>().AddJob<ReadImportJob, ReadImport>();
        services.AddScoped<TakeMessage>().Configure<RateLimiterOptions>(TakeMessage.SetLimit);
        services.AddScoped<GiveTip>().AddScoped<TipNews>().AddScoped<TipReading>();
        services.AddSingleton(NoticeKind.Of<Tips.Texts>(TipNews.Taken, "Notice.Taken"));
        return services.AddSingleton(NoticeKind.Of<Tips.Texts>(TipNews.Dismissed, "Notice.Dismissed"));
    }

    public static void Map(IEndpointRouteBuilder organisation)
    {
        ListSources.Map(organisation);
        AddFeed.Map(organisation);
        AddWebhook.Map(organisation);
        ChangeSource.Map(organisation);
        UploadImport.Map(organisation);
        TakeMessage.Map(organisation);
        GiveTip.Map(organisation);
        ShowManifest.Map(organisation);
    }
}
