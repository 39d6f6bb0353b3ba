using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Profiles;

/// <summary>The person's own yes to the name under answers, or the unit's name instead.</summary>
internal static class ChooseName
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/profile/name", HandleAsync).RequireAuthorization(Access.Member);

    private static async Task<IResult> HandleAsync(
        IFormCollection form, AppDb db, CurrentCaller caller, Signatures signatures, CancellationToken cancellation)
    {
        if (form.Text("show") is "yes" or "no")
        {
            await signatures.ChooseAsync(caller.Required.Person, form.Text("show") == "yes", cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        return Answer.SeeOther(caller.Required.To("profile"));
    }
}
