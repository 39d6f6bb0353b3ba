using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Criticism;
using Rotfeste.Dialogue.GoodAnswers;
using Rotfeste.Dialogue.Harassment;
using Rotfeste.Dialogue.Insertions;
using Rotfeste.Dialogue.Library;
using Rotfeste.Dialogue.Numbers;
using Rotfeste.Dialogue.OpenAnswers;
using Rotfeste.Dialogue.Unusual;
using Rotfeste.Platform;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue;

/// <summary>What is never said in public, what lies ready to be said, and how one meets sour words.</summary>
internal static class DialogueVoice
{
    public static IServiceCollection AddVoice(this IServiceCollection services) => services
        .AddSingleton<KeptPrivateRules>()
        .AddSingleton<KeptSights>()
        .AddScoped<PrivateReading>()
        .AddScoped<FalseAlarms>()
        .AddScoped<SendingCheck>()
        .AddScoped<KeepPrivateSettings>()
        .AddScoped<ShowNumbers>()
        .AddScoped<MarkFalseAlarm>()
        .AddScoped<CheckNumbers>()
        .AddScoped<ReadyWords>()
        .AddScoped<InsertWords>()
        .AddJob<ReviewAnswerJob, ReviewAnswer>()
        .AddSingleton(ReviewAnswer.Kind)
        .AddSingleton<KeptLibrary>()
        .AddSingleton<KeptStems>()
        .AddScoped<LibraryReading>()
        .AddScoped<LibraryForms>()
        .AddScoped<PublishCheck>()
        .AddScoped<ShowLibrary>()
        .AddScoped<KeepLibraryAnswer>()
        .AddScoped<PublishAnswer>()
        .AddOpenAnswers()
        .AddSingleton<KeptCriticismPlans>()
        .AddScoped<GuideReading>()
        .AddScoped<LeaveUnanswered>()
        .AddScoped<KeepCriticismPlan>()
        .AddSingleton(ReportHarassment.Reported)
        .AddSingleton(ReportHarassment.HandedOver)
        .AddSingleton<KeptCovered>()
        .AddScoped<CoveredReading>()
        .AddScoped<ReportHarassment>()
        .AddScoped<GoodAnswerReading>()
        .AddScoped<CollectGoodAnswer>()
        .AddSingleton(KeepSituation.Began)
        .AddSingleton<KeptSituations>()
        .AddScoped<UnusualReading>()
        .AddScoped<SituationForms>()
        .AddScoped<KeepSituation>()
        .AddScoped<AnswerTogether>()
        .HoldPublishing();

    // Asked before the room that says so otherwise: it is registered already, for rooms stand in flow order.
    private static IServiceCollection HoldPublishing(this IServiceCollection services)
    {
        if (services.LastOrDefault(s => s.ServiceType == typeof(IMayPublish)) is not { ImplementationType: { } usual } standing)
            return services;

        services.Remove(standing);
        services.AddScoped(usual);
        return services.AddScoped<IMayPublish>(provider => new HeldPublishing(
            (IMayPublish)provider.GetRequiredService(usual), provider.GetRequiredService<UnusualReading>()));
    }

    public static void Map(IEndpointRouteBuilder organisation)
    {
        KeepPrivateSettings.Map(organisation);
        ShowNumbers.Map(organisation);
        MarkFalseAlarm.Map(organisation);
        CheckNumbers.Map(organisation);
        InsertWords.Map(organisation);
        ShowLibrary.Map(organisation);
        KeepLibraryAnswer.Map(organisation);
        PublishAnswer.Map(organisation);
        ShowOpenAnswers.Map(organisation);
        CountHelp.Map(organisation);
        LeaveUnanswered.Map(organisation);
        KeepCriticismPlan.Map(organisation);
        ReportHarassment.Map(organisation);
        KeepSituation.Map(organisation);
        AnswerTogether.Map(organisation);
        CollectGoodAnswer.Map(organisation);
    }

    public static void MapTables(ModelBuilder model)
    {
        PrivateSettings.Map(model);
        FalseAlarm.Map(model);
        NumberSight.Map(model);
        LibraryAnswer.Map(model);
        CriticismPlan.Map(model);
        Silence.Map(model);
        HarassmentReport.Map(model);
        UnusualSituation.Map(model);
        GoodAnswer.Map(model);
    }
}
