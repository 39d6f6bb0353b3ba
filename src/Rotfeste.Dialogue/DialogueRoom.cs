using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Assignments;
using Rotfeste.Dialogue.Closures;
using Rotfeste.Dialogue.Composers;
using Rotfeste.Dialogue.Contexts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Desks;
using Rotfeste.Dialogue.Drafts;
using Rotfeste.Dialogue.Examples;
using Rotfeste.Dialogue.Histories;
using Rotfeste.Dialogue.Hooks;
using Rotfeste.Dialogue.Labels;
using Rotfeste.Dialogue.Library;
using Rotfeste.Dialogue.Listings;
using Rotfeste.Dialogue.Mentions;
using Rotfeste.Dialogue.Notes;
using Rotfeste.Dialogue.Pictures;
using Rotfeste.Dialogue.Programs;
using Rotfeste.Dialogue.SavedViews;
using Rotfeste.Dialogue.Snoozes;
using Rotfeste.Dialogue.Turns;
using Rotfeste.Dialogue.Words;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue;

/// <summary>The room's one door.</summary>
public static class DialogueRoom
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddDialogue(this IServiceCollection services) => services
        .AddTables("dialogue", MapTables)
        .AddSingleton(provider => DialogueSettings.From(provider.GetService<IConfiguration>()))
        .AddConversations()
        .AddScreens()
        .AddChanges()
        .AddDesk()
        .AddVoice()
        .AddReach()
        .AddInsight()
        .AddPrograms()
        .AddTalk()
        .AddMerging()
        .AddLooks()
        .AddArchive()
        .AddSlots();

    /// <summary>Maps the room's screens under an organisation's address.</summary>
    public static void MapDialogue(this IEndpointRouteBuilder organisation)
    {
        ShowForYou.Map(organisation);
        ShowInbox.Map(organisation);
        ShowConversation.Map(organisation);
        AssignConversation.Map(organisation);
        CloseConversation.Map(organisation);
        KeepDraft.Map(organisation);
        WriteAnswer.Map(organisation);
        PreviewAnswer.Map(organisation);
        ReviseAnswer.Map(organisation);
        TakeMention.Map(organisation);
        AddPicture.Map(organisation);
        RemovePicture.Map(organisation);
        ShowAnswerPicture.Map(organisation);
        MapDesk(organisation);
        DialogueVoice.Map(organisation);
        DialogueReach.Map(organisation);
        DialogueInsight.Map(organisation);
        KeepHooks.Map(organisation);
        DialogueTalk.Map(organisation);
        DialogueMerging.Map(organisation);
        DialogueLooks.Map(organisation);
        DialogueArchive.Map(organisation);
    }

    /// <summary>Maps what programs ask the room, under an organisation's address for programs.</summary>
    public static void MapDialogueForPrograms(this IEndpointRouteBuilder organisation) => MapPrograms.Map(organisation);

    /// <summary>What is found by words, for the migrations that make it so.</summary>
    public static IEnumerable<FullText> FullTexts => [Posts.Words, WordSearch.Answers, WordSearch.Notes];

    /// <summary>How the library is found by words, for the migration that makes it so.</summary>
    public static FullText LibraryWords => LibraryReading.Words;

    private static void MapDesk(IEndpointRouteBuilder organisation)
    {
        KeepPlan.Map(organisation);
        KeepLabels.Map(organisation);
        LabelConversation.Map(organisation);
        KeepView.Map(organisation);
        SnoozeConversation.Map(organisation);
    }

    /// <summary>Plants the example's conversations for the chosen organisation; planting them again changes nothing.</summary>
    /// <param name="scope">Where the organisation is chosen.</param>
    /// <param name="channel">The account they came to.</param>
    /// <param name="people">Those who answer, by mail address.</param>
    /// <param name="now">What the times are counted back from.</param>
    /// <param name="cancellation">To stop it.</param>
    public static Task PlantExampleAsync(
        IServiceProvider scope, ChannelId channel, IReadOnlyDictionary<string, PersonId> people, Instant now, CancellationToken cancellation) =>
        scope.GetRequiredService<PlantExample>().RunAsync(channel, people, now, cancellation);

    private static IServiceCollection AddConversations(this IServiceCollection services) => services
        .AddHandler<PostAddressedUs, OnPostAddressedUs>()
        .AddHandler<PostErased, OnPostErased>()
        .AddHandler<ItemSent, OnItemSent>()
        .AddHandler<ItemRefused, OnItemRefused>()
        .AddHandler<ItemDelayed, OnItemDelayed>()
        .AddJob<FetchContextJob, FetchContext>()
        .AddSingleton<ContextWishes>()
        .AddHostedService<ContextReader>()
        .AddScoped<Changes>()
        .AddScoped<Arrivals>()
        .AddScoped<ThreadContext>()
        .AddScoped<AnswersOfOrders>()
        .AddScoped<PlantExample>();

    private static IServiceCollection AddScreens(this IServiceCollection services) => services
        .AddSingleton<KeptAnswers>()
        .AddSingleton<KnownDrafts>()
        .AddSingleton<KeptCounts>()
        .AddSingleton<KeptPages>()
        .AddSingleton<KeptConversations>()
        .AddScoped<UsableChannels>()
        .AddScoped<ConversationDoor>()
        .AddScoped<ConversationChange>()
        .AddScoped<AskedPost>()
        .AddScoped<InboxQuery>()
        .AddScoped<InboxCounting>()
        .AddScoped<InboxReading>()
        .AddScoped<WordsHeard>()
        .AddScoped<FirstStepsReading>()
        .AddScoped<ThreadWindows>()
        .AddScoped<ThreadReading>()
        .AddScoped<QuestionReading>()
        .AddScoped<ComposerReading>()
        .AddScoped<ConversationScreen>();

    private static IServiceCollection AddChanges(this IServiceCollection services) => services
        .AddScoped<AssignConversation>()
        .AddScoped<CloseConversation>()
        .AddScoped<KeptDrafts>()
        .AddScoped<AnswerCheck>()
        .AddScoped<AnswerSigning>()
        .AddScoped<AnswerRefusals>()
        .AddScoped<WriterSignature>()
        .AddScoped<SentRecord>()
        .AddScoped<NewTurns>()
        .AddScoped<AnswerOrdering>()
        .AddScoped<WriteAnswer>()
        .AddScoped<ReviseAnswer>()
        .AddScoped<LaidPictures>()
        .AddScoped<AddPicture>()
        .AddScoped<RemovePicture>()
        .AddScoped<ShowAnswerPicture>()
        .AddScoped<TakeMention>();

    private static IServiceCollection AddPrograms(this IServiceCollection services) => services
        .AddScoped<ReadForProgram>()
        .AddScoped<ReportForProgram>()
        .AddScoped<ReplyKey>()
        .AddScoped<ReplyForProgram>()
        .AddSingleton<HookCalls>()
        .AddScoped<HookWriting>()
        .AddJob<SendHookMessageJob, SendHookMessage>()
        .AddSingleton(SendHookMessage.Stopped)
        .AddHandler<ConversationOpened, TellOfNew>()
        .AddHandler<ConversationEnquired, TellOfEnquired>()
        .AddHandler<AnswerSent, TellOfAnswered>()
        .AddHandler<ConversationClosed, TellOfClosed>()
        .AddHandler<ConversationLabelled, TellOfLabelled>()
        .AddScoped<KeepHooks>()
        .AddSingleton(KeepHooks.Slot);

    private static IServiceCollection AddDesk(this IServiceCollection services) => services
        .AddJob<WarnOfDueJob, WarnOfDue>()
        .AddJob<WakeConversationJob, WakeConversation>()
        .AddJob<RenewDueTimesJob, RenewDueTimes>()
        .AddSingleton(WarnOfDue.One)
        .AddSingleton(WarnOfDue.Several)
        .AddSingleton(WakeConversation.Back)
        .AddSingleton<KeptPlans>()
        .AddSingleton<KeptLabels>()
        .AddSingleton<KeptLabelling>()
        .AddSingleton<KeptPictures>()
        .AddSingleton<KeptMates>()
        .AddSingleton<KeptViews>()
        .AddScoped<PlanReading>()
        .AddScoped<HistoryReading>()
        .AddScoped<DueTimes>()
        .AddScoped<DueWords>()
        .AddScoped<ChannelPeople>()
        .AddScoped<LabelReading>()
        .AddScoped<UnitMates>()
        .AddScoped<SavedViewReading>()
        .AddScoped<WordSearch>()
        .AddScoped<KeepPlan>()
        .AddScoped<KeepLabels>()
        .AddScoped<LabelConversation>()
        .AddScoped<KeepView>()
        .AddScoped<SnoozeConversation>();

    private static void MapTables(ModelBuilder model)
    {
        ConversationTable.Map(model);
        AnswerTable.Map(model);
        Draft.Map(model);
        AnswerPicture.Map(model);
        HistoryEvent.Map(model);
        ResponsePlan.Map(model);
        Aim.Map(model);
        Label.Map(model);
        SavedView.Map(model);
        DialogueTalk.MapTables(model);
        DialogueMerging.MapTables(model);
        DialogueVoice.MapTables(model);
        DialogueReach.MapTables(model);
        DialogueInsight.MapTables(model);
        RepeatedReply.Map(model);
        Hook.Map(model);
        HookMessage.Map(model);
        DialogueLooks.MapTables(model);
        DialogueArchive.MapTables(model);
    }
}
