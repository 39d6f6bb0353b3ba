using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Rotfeste.People.Mails;
using Rotfeste.People.Persons;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Languages;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.SignIns;

/// <summary>Mails a link that signs in. The answer is the same whether or not anyone here has the address.</summary>
internal sealed class AskForLink(
    UserManager<Person> persons, LinkMail mail, SignInScreen screen, AppDb db, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/sign-in/link", (AskForLink use, IFormCollection form, CancellationToken cancellation) =>
                use.HandleAsync(form, cancellation))
            .AllowAnonymous().RequireRateLimiting(Throttle.Codes);

    private async Task<IResult> HandleAsync(IFormCollection form, CancellationToken cancellation)
    {
        if (!mail.IsOpen)
            return Results.NotFound();

        var typed = form.Text("email");
        if (EmailAddress.Read(typed) is not { } email)
        {
            var refusal = new Refusal("email", texts["Refused.Email"]);
            return await screen.RefuseAsync(typed, LocalAddress.OrRoot(form.Text("return")), refusal, cancellation);
        }

        if (await persons.FindByNameAsync(email) is { } person)
        {
            await mail.SendSignInAsync(person, cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        return Answer.Page<LinkSentPage>((nameof(LinkSentPage.Email), email));
    }
}
