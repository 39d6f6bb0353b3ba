using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.People.Calling;
using Rotfeste.People.Setup;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Front;

/// <summary>The bare address: to set-up, to the sign-in page, or on to where the person belongs.</summary>
internal static class FrontDoor
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", OpenAsync).AllowAnonymous();

    private static async Task<IResult> OpenAsync(
        HttpContext http, KnownPeople people, SetupCodes setup, CancellationToken cancellation)
    {
        if (http.User.Person() is not { } id || await people.FindAsync(id, cancellation) is not { } person)
            return Answer.SeeOther(await setup.IsNeededAsync(cancellation) ? "/setup" : "/sign-in");

        return person.Seats.Count == 1
            ? Answer.SeeOther($"{person.Seats[0].Path}/")
            : Answer.Page<WhereToPage>((nameof(WhereToPage.Places), person.Seats.Select(s => new WhereToView(s.OrganisationName, s.Path)).ToList()));
    }
}
