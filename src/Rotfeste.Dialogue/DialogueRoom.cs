using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Assignments;
using Rotfeste.Dialogue.Closures;
using Rotfeste.Dialogue.Composers;
using Rotfeste.Dialogue.Contexts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Desks;
using Rotfeste.Dialogue.Drafts;
using Rotfeste.Dialogue.Listings;
using Rotfeste.Dialogue.Mentions;
using Rotfeste.Dialogue.Turns;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform;

namespace Rotfeste.Dialogue;

/// <summary>The room's one door.</summary>
public static class DialogueRoom
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddDialogue(this IServiceCollection services) => services
        .AddTables("dialogue", MapTables)
        .AddConversations()
        .AddScreens()
        .AddChanges()
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
    }

    private static IServiceCollection AddConversations(this IServiceCollection services) => services
        .AddHandler<PostAddressedUs, OnPostAddressedUs>()
        .AddHandler<PostErased, OnPostErased>()
        .AddHandler<ItemSent, OnItemSent>()
        .AddHandler<ItemRefused, OnItemRefused>()
        .AddJob<FetchContextJob, FetchContext>()
        .AddSingleton<ContextWishes>()
        .AddHostedService<ContextReader>()
        .AddSingleton<ChangeStamps>()
        .AddScoped<Changes>()
        .AddScoped<Arrivals>()
        .AddScoped<ThreadContext>()
        .AddScoped<AnswersOfOrders>();

    private static IServiceCollection AddScreens(this IServiceCollection services) => services
        .AddSingleton<KeptCounts>()
        .AddScoped<UsableChannels>()
        .AddScoped<ConversationDoor>()
        .AddScoped<InboxQuery>()
        .AddScoped<InboxCounting>()
        .AddScoped<InboxReading>()
        .AddScoped<FirstStepsReading>()
        .AddScoped<ThreadReading>()
        .AddScoped<ComposerReading>()
        .AddScoped<ConversationScreen>();

    private static IServiceCollection AddChanges(this IServiceCollection services) => services
        .AddScoped<AssignConversation>()
        .AddScoped<CloseConversation>()
        .AddScoped<KeptDrafts>()
        .AddScoped<AnswerCheck>()
        .AddScoped<AnswerRefusals>()
        .AddScoped<NewTurns>()
        .AddScoped<AnswerOrdering>()
        .AddScoped<WriteAnswer>()
        .AddScoped<ReviseAnswer>()
        .AddScoped<TakeMention>();

    private static void MapTables(ModelBuilder model)
    {
        ConversationTable.Map(model);
        AnswerTable.Map(model);
        Draft.Map(model);
    }
}
