using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Rotfeste.People.Persons;
using Rotfeste.Platform;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.SignIns;

/// <summary>Looks at the demo as one of its invented people, by one click. Outside the demo the address is not there.</summary>
internal static class LookAsExample
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/sign-in/example", HandleAsync).AllowAnonymous().RequireRateLimiting(Throttle.SignIn);

    private static async Task<IResult> HandleAsync(
        IFormCollection form, Settings settings, UserManager<Person> persons, Sessions sessions, CancellationToken cancellation)
    {
        if (!settings.IsExample || await persons.FindByNameAsync(form.Text("example")) is not { } person)
            return Results.NotFound();

        await sessions.StartAsync(person, SignInWay.Example, cancellation);
        return Answer.SeeOther("/");
    }
}
