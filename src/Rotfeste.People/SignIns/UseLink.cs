using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Rotfeste.People.Codes;
using Rotfeste.People.Persons;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.SignIns;

/// <summary>Signs in with a mailed link. Opening it only shows a button: mail programs open links before people do.</summary>
internal static class UseLink
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in/link/{code}", ShowAsync).AllowAnonymous();
        routes.MapPost("/sign-in/link/{code}", HandleAsync).AllowAnonymous().RequireRateLimiting(Throttle.Codes);
    }

    private static async Task<IResult> ShowAsync(string code, CodeBook codes, CancellationToken cancellation) =>
        await codes.OpensAsync(CodePurpose.SignIn, code, cancellation)
            ? Answer.Page<LinkPage>((nameof(LinkPage.Code), code))
            : Answer.PageWithStatus<LinkPage>(StatusCodes.Status410Gone, (nameof(LinkPage.Code), null));

    private static async Task<IResult> HandleAsync(
        string code, CodeBook codes, UserManager<Person> persons, Sessions sessions, CancellationToken cancellation)
    {
        if (await codes.TakeAsync(CodePurpose.SignIn, code, cancellation) is not { Person: { } id }
            || await persons.FindByIdAsync(id.ToString()) is not { } person)
        {
            return Answer.PageWithStatus<LinkPage>(StatusCodes.Status410Gone, (nameof(LinkPage.Code), null));
        }

        await codes.EndAsync(CodePurpose.SignIn, id, cancellation);
        await sessions.StartAsync(person, SignInWay.MailLink, cancellation);
        return Answer.SeeOther("/");
    }
}
