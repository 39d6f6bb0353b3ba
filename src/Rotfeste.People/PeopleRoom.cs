using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Rotfeste.Platform;

namespace Rotfeste.People;

/// <summary>The room's one door.</summary>
public static class PeopleRoom
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services) =>
        services.AddTables("people", MapTables);

    /// <summary>Maps the room's screens under an organisation's address.</summary>
    public static void MapPeople(this IEndpointRouteBuilder organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
    }

    private static void MapTables(ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
    }
}
