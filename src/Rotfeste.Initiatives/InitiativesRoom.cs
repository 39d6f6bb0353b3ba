using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Channels.Contracts;
using Rotfeste.Initiatives.Answers;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Carriers;
using Rotfeste.Initiatives.Choices;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.Initiatives.Examples;
using Rotfeste.Initiatives.Gates;
using Rotfeste.Initiatives.Ideas;
using Rotfeste.Initiatives.Meetings;
using Rotfeste.Initiatives.Notices;
using Rotfeste.Initiatives.Overviews;
using Rotfeste.Initiatives.Pages;
using Rotfeste.Initiatives.Papers;
using Rotfeste.Initiatives.Pitches;
using Rotfeste.Initiatives.Publications;
using Rotfeste.Initiatives.Questions;
using Rotfeste.Initiatives.Starts;
using Rotfeste.Initiatives.Tables;
using Rotfeste.Initiatives.Traces;
using Rotfeste.Initiatives.Trials;
using Rotfeste.Initiatives.UrgentPosts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
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
        .AddPublications()
        .AddUpwards()
        .AddGates()
        .AddSingleton(InitiativeDates.Slot)
        .AddNavigation();

    /// <summary>Plants the example's ideas and initiatives for the chosen organisation; planting them again changes nothing.</summary>
    /// <param name="scope">Where the organisation is chosen.</param>
    /// <param name="channel">The account that the grown one carries.</param>
    /// <param name="people">Who they are, by mail address.</param>
    /// <param name="answer">Plants answers on a subject: Agreements' own planting.</param>
    /// <param name="cancellation">To stop it.</param>
    public static Task PlantExampleAsync(
        IServiceProvider scope, ChannelId channel, IReadOnlyDictionary<string, PersonId> people,
        Func<Subject, IReadOnlyList<ExampleStand>, Task> answer, CancellationToken cancellation) =>
        scope.GetRequiredService<PlantExample>().RunAsync(channel, people, answer, cancellation);

    /// <summary>What was agreed on an initiative, as one JSON file that `ledger verify FILE` checks on any machine; null where there is none.</summary>
    public static Task<byte[]?> ExportAsync(IServiceProvider scope, Guid initiative, CancellationToken cancellation) =>
        scope.GetRequiredService<ExportInitiative>().RunAsync(initiative, cancellation);

    /// <summary>Maps the room's screens under an organisation's address.</summary>
    public static void MapInitiatives(this IEndpointRouteBuilder organisation)
    {
        PutUpIdea.Map(organisation);
        TalkAboutIdea.Map(organisation);
        ShowOverview.Map(organisation);
        StartInitiative.Map(organisation);
        ShowInitiative.Map(organisation);
        WriteBrief.Map(organisation);
        PublishBrief.Map(organisation);
        AskPeople.Map(organisation);
        HandOver.Map(organisation);
        ShowAnswer.Map(organisation);
        ShowMeeting.Map(organisation);
        ShowPitch.Map(organisation);
        WritePaper.Map(organisation);
        PlanGates.Map(organisation);
        PassGate.Map(organisation);
        GiveWaiver.Map(organisation);
        CarryChannel.Map(organisation);
        ExplainUrgentPost.Map(organisation);
        Choose.Map(organisation);
        KeepTrial.Map(organisation);
        ShowLearnings.Map(organisation);
        AskLeader.Map(organisation);
        AnswerQuestion.Map(organisation);
        HandQuestionOn.Map(organisation);
        MendQuestion.Map(organisation);
        ShowTable.Map(organisation);
        KeepTableNotice.Map(organisation);
    }

    private static IServiceCollection AddIdeas(this IServiceCollection services) => services
        .AddScoped<PlantExample>()
        .AddScoped<IdeaReading>()
        .AddScoped<PutUpIdea>()
        .AddScoped<BeginWithWords>()
        .AddSingleton(new InitiativeStart((scope, me, words, cancellation) =>
            scope.GetRequiredService<BeginWithWords>().RunAsync(me, words, cancellation)))
        .AddScoped<TalkAboutIdea>();

    private static IServiceCollection AddBriefs(this IServiceCollection services) => services
        .AddScoped<InitiativeDoor>()
        .AddScoped<ExportInitiative>()
        .AddScoped<StartScreen>()
        .AddScoped<StartInitiative>()
        .AddScoped<BriefScreen>()
        .AddScoped<WriteBrief>()
        .AddScoped<InitiativeStates>()
        .AddScoped<PlanReading>()
        .AddScoped<PageReading>()
        .AddSingleton<KnownEntries>()
        .AddScoped<Concerning>()
        .AddScoped<OverviewReading>()
        .AddSingleton<IMaySeeSubject, MaySeeInitiative>();

    private static IServiceCollection AddPublications(this IServiceCollection services) => InitiativeNotices.Declare(services)
        .AddScoped<InitiativeNotices>()
        .AddHandler<AnswerWentStale, OnAnswerWentStale>()
        .AddScoped<VersionWriting>()
        .AddScoped<PublicationScreen>()
        .AddScoped<AskedReading>()
        .AddScoped<PublishBrief>()
        .AddScoped<PeopleScreen>()
        .AddScoped<AskPeople>()
        .AddScoped<HandOver>();

    private static IServiceCollection AddUpwards(this IServiceCollection services) => QuestionNotices.Declare(services)
        .AddSingleton<OpenQuestions>()
        .AddJob<TellTableJob, TellTable>()
        .AddSingleton(TellTable.Notice)
        .AddScoped<PitchReading>()
        .AddScoped<PaperOutline>()
        .AddScoped<QuestionReading>()
        .AddScoped<AskLeader>()
        .AddHandler<PersonLeft, OnLeaderLeft>()
        .AddScoped<QuestionDoor>()
        .AddScoped<AnswerQuestion>()
        .AddScoped<HandQuestionOn>()
        .AddScoped<MendQuestion>()
        .AddScoped<TableGrounds>()
        .AddScoped<ShowTable>()
        .AddScoped<KeepTableNotice>();

    private static IServiceCollection AddNavigation(this IServiceCollection services) => services
        .AddSingleton(new NavigationItem(
            NavigationPlace.ForYou, 5, "table", null, Access.Leader, scope => scope.GetRequiredService<IStringLocalizer<Tables.Texts>>()["Table"]))
        .AddSingleton(new NavigationItem(
            NavigationPlace.Ground, 10, "initiatives", "ground", Access.Member,
            scope => scope.GetRequiredService<IStringLocalizer<Overviews.Texts>>()["Initiatives"]))
        .AddSingleton(new NavigationItem(
            NavigationPlace.Ground, 50, "questions", null, Access.Member,
            scope => scope.GetRequiredService<IStringLocalizer<Questions.Texts>>()["Questions"], OpenQuestions.CountAsync));

    private static IServiceCollection AddGates(this IServiceCollection services) => UrgentPostNotices.Declare(services)
        .AddScoped<PassGate>()
        .AddScoped<PlanGates>()
        .AddScoped<GiveWaiver>()
        .AddScoped<CarriedReading>()
        .AddScoped<CarryChannel>()
        .AddScoped<TracesReading>()
        .AddSingleton<KeptPurposes>()
        .AddScoped(s => new ChannelPurposes(s.GetRequiredService<AppDb>(), s.GetRequiredService<KeptPurposes>()))
        .AddHandler<PublishedBeforeReady, OnPublishedBeforeReady>()
        .AddScoped<UrgentPostNotices>()
        .AddScoped<UrgentPostReading>()
        .AddScoped<ExplainUrgentPost>()
        .AddScoped<IMayPublish, MayPublish>()
        .AddScoped<ChoiceReading>()
        .AddScoped<Choose>()
        .AddHandler<PersonLeft, OnResponsibleLeft>()
        .AddSingleton(NoticeKind.Of<Choices.Texts>(OnResponsibleLeft.Kind, "Notice.Left"))
        .AddScoped<LearningReading>()
        .AddScoped<KeepTrial>();
}
