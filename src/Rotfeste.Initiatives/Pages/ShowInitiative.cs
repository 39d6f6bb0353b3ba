using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Pages;

/// <summary>Shows an initiative: where it is, what is missing, who stands where, what to talk about, and the page itself.</summary>
internal static class ShowInitiative
{
    // What a person is told after having done something; anything else in the address is nobody's word.
    private static readonly string[] Told = ["published", "passed", "moved", "answered"];

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/initiatives/{id:guid}", HandleAsync).RequireAuthorization(Access.Member);

    private static async Task<IResult> HandleAsync(
        Guid id, string? told, InitiativeDoor door, PageReading reading, CancellationToken cancellation) =>
        await door.FindAsync(id, cancellation) is { } initiative
            ? Answer.Page<InitiativePage>((nameof(InitiativePage.View),
                await reading.ReadAsync(initiative, Told.Contains(told) ? told : null, cancellation)))
            : Results.NotFound();
}
