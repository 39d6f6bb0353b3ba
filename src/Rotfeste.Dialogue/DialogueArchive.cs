using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Dialogue.Archives;
using Rotfeste.Dialogue.Authors;
using Rotfeste.Dialogue.Exports;
using Rotfeste.Dialogue.Keepings;
using Rotfeste.Platform;

namespace Rotfeste.Dialogue;

/// <summary>What is kept for the archive, handed over to it, and forgotten here.</summary>
internal static class DialogueArchive
{
    public static IServiceCollection AddArchive(this IServiceCollection services) => services
        .AddSingleton<KeptFlags>()
        .AddScoped<ArchiveReading>()
        .AddScoped<FlagForArchive>()
        .AddScoped<ExportReading>()
        .AddScoped<ArchivedReading>()
        .AddScoped<OrderExport>()
        .AddScoped<FetchExport>()
        .AddSingleton(AuthorShares.Slot)
        .AddScoped<AuthorShares>()
        .AddScoped<WordsOfConversation>()
        .AddScoped<ChooseKeeping>()
        .AddSingleton(KeepDeletedWords.Slot)
        .AddScoped<KeepDeletedWords>()
        .AddScoped<ShowDeletedWords>()
        .AddJob<ForgetConversationsJob, ForgetConversations>()
        .AddJob<ForgetPictureFilesJob, ForgetPictureFiles>()
        .AddJob<PackExportJob, PackExport>()
        .AddJob<ExpireExportJob, ExpireExport>();

    public static void Map(IEndpointRouteBuilder organisation)
    {
        FlagForArchive.Map(organisation);
        OrderExport.Map(organisation);
        FetchExport.Map(organisation);
        ChooseKeeping.Map(organisation);
        ShowDeletedWords.Map(organisation);
    }

    public static void MapTables(ModelBuilder model)
    {
        ArchiveFlag.Map(model);
        ArchiveExport.Map(model);
        KeepingRule.Map(model);
        DeletedWords.Map(model);
    }
}
