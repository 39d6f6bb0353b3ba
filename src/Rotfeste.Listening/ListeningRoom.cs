using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Platform;

namespace Rotfeste.Listening;

/// <summary>The room's one door.</summary>
public static class ListeningRoom
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddListening(this IServiceCollection services) =>
        services.AddTables("listening", MapTables);

    /// <summary>Maps the room's screens under an organisation's address.</summary>
    public static void MapListening(this IEndpointRouteBuilder organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
    }

    private static void MapTables(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
    }
}
