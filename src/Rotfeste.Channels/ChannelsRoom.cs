using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Platform;

namespace Rotfeste.Channels;

/// <summary>The room's one door.</summary>
public static class ChannelsRoom
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services) =>
        services.AddTables("channels", MapTables);

    /// <summary>Maps the room's screens under an organisation's address.</summary>
    public static void MapChannels(this IEndpointRouteBuilder organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
    }

    private static void MapTables(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
    }
}
