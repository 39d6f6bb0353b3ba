using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Rotfeste.People.Calling;
using Rotfeste.People.Codes;
using Rotfeste.People.Persons;
using Rotfeste.Platform.Ui.Languages;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.SignIns;

/// <summary>Signs in with a mailed link. Opening it only shows a button: mail programs open links before people do.</summary>
internal static class UseLink
{
    // Asked for at the sign-in page, or come with a mail that tells of something.
    private static readonly CodePurpose[] Purposes = [CodePurpose.SignIn, CodePurpose.Notice];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in/link/{code}", ShowAsync).AllowAnonymous();
        routes.MapPost("/sign-in/link/{code}", HandleAsync).AllowAnonymous().RequireRateLimiting(Throttle.Codes);
    }

    private static async Task<IResult> ShowAsync(
        string code, [FromQuery(Name = "return")] string? address, HttpContext http, CodeBook codes, CancellationToken cancellation)
    {
        var (back, found) = (LocalAddress.OrRoot(address), await FindAsync(codes, code, cancellation));

        // Who is signed in already goes on, and the code stays good for the other machine.
        if (back != "/" && http.User.Person() is { } me && (found is null || found.Person == me))
            return Answer.SeeOther(back);
        return found is null ? Gone(back) : Answer.Page<LinkPage>((nameof(LinkPage.Code), code), (nameof(LinkPage.Return), back));
    }

    private static async Task<IResult> HandleAsync(
        string code, IFormCollection form, CodeBook codes, UserManager<Person> persons, Sessions sessions, CancellationToken cancellation)
    {
        var back = LocalAddress.OrRoot(form.Text("return"));
        if (await FindAsync(codes, code, cancellation) is not { } found
            || await codes.TakeAsync(found.Purpose, code, cancellation) is not { Person: { } id }
            || await persons.FindByIdAsync(id.ToString()) is not { } person)
        {
            return Gone(back);
        }

        await codes.EndAsync(CodePurpose.SignIn, id, cancellation);
        await sessions.StartAsync(person, SignInWay.MailLink, cancellation);
        return Answer.SeeOther(back);
    }

    private static IResult Gone(string back) =>
        Answer.PageWithStatus<LinkPage>(StatusCodes.Status410Gone, (nameof(LinkPage.Code), null), (nameof(LinkPage.Return), back));

    private static async Task<SingleUseCode?> FindAsync(CodeBook codes, string code, CancellationToken cancellation)
    {
        foreach (var purpose in Purposes)
        {
            if (await codes.FindAsync(purpose, code, cancellation) is { } found)
                return found;
        }

        return null;
    }
}
