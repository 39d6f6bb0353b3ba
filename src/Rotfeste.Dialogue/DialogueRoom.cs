using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Platform;

namespace Rotfeste.Dialogue;

/// <summary>The room's one door.</summary>
public static class DialogueRoom
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddDialogue(this IServiceCollection services) =>
        services.AddTables("dialogue", MapTables);

    /// <summary>Maps the room's screens under an organisation's address.</summary>
    public static void MapDialogue(this IEndpointRouteBuilder organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
    }

    private static void MapTables(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
    }
}
