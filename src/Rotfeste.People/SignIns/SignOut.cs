using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Rotfeste.People.Persons;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.SignIns;

/// <summary>Ends this session.</summary>
internal static class SignOut
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/sign-out", HandleAsync).AllowAnonymous();

    private static async Task<IResult> HandleAsync(SignInManager<Person> signIn)
    {
        await signIn.SignOutAsync();
        return Answer.SeeOther("/sign-in");
    }
}
