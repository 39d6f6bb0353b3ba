using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Pitches;

/// <summary>Shows the pitch: on a projector, a phone and paper. Whoever is asked answers right there.</summary>
internal static class ShowPitch
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/initiatives/{id:guid}/pitch", HandleAsync).RequireAuthorization(Access.Member);

    private static async Task<IResult> HandleAsync(Guid id, InitiativeDoor door, PitchReading reading, CancellationToken cancellation) =>
        await door.FindAsync(id, cancellation) is { } initiative
            ? Answer.Page<PitchPage>((nameof(PitchPage.View), await reading.ReadAsync(initiative, cancellation)))
            : Results.NotFound();
}
