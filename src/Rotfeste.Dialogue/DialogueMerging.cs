using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Merges;
using Rotfeste.Dialogue.Splits;

namespace Rotfeste.Dialogue;

/// <summary>Conversations that become one, and part again.</summary>
internal static class DialogueMerging
{
    public static IServiceCollection AddMerging(this IServiceCollection services) => services
        .AddSingleton(MergeConversations.Merged)
        .AddSingleton<KeptParts>()
        .AddSingleton<KeptMerges>()
        .AddScoped<Whereabouts>()
        .AddScoped<ConversationParts>()
        .AddScoped<ConversationThread>()
        .AddScoped<AnswerTargets>()
        .AddScoped<MergeReading>()
        .AddScoped<Pairings>()
        .AddScoped<Belongings>()
        .AddScoped<MergingScreen>()
        .AddScoped<MergeConversations>()
        .AddSingleton<KeptBranches>()
        .AddScoped<BranchReading>()
        .AddScoped<SplitReading>()
        .AddScoped<SplittingScreen>()
        .AddScoped<SplitConversation>();

    public static void Map(IEndpointRouteBuilder organisation)
    {
        MergeConversations.Map(organisation);
        SplitConversation.Map(organisation);
    }

    public static void MapTables(ModelBuilder model) => Merge.Map(model);
}
