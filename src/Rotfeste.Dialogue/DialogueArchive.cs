using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Dialogue.Archives;

namespace Rotfeste.Dialogue;

/// <summary>What is kept for the archive, handed over to it, and forgotten here.</summary>
internal static class DialogueArchive
{
    public static IServiceCollection AddArchive(this IServiceCollection services) => services
        .AddSingleton<KeptFlags>()
        .AddScoped<ArchiveReading>()
        .AddScoped<FlagForArchive>();

    public static void Map(IEndpointRouteBuilder organisation)
    {
        FlagForArchive.Map(organisation);
    }

    public static void MapTables(ModelBuilder model)
    {
        ArchiveFlag.Map(model);
    }
}
