using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Rotfeste.People.Mails;
using Rotfeste.People.Persons;
using Rotfeste.People.SignIns;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Passwords;

/// <summary>Mails a link to a new password. The answer is the same whether or not anyone here has the address.</summary>
internal sealed class ForgetPassword(UserManager<Person> persons, LinkMail mail, AppDb db, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/password/forgotten", (LinkMail mail) => mail.IsOpen
            ? Answer.Page<ForgottenPage>((nameof(ForgottenPage.Email), ""))
            : Results.NotFound()).AllowAnonymous();
        routes.MapPost("/password/forgotten", (ForgetPassword use, IFormCollection form, CancellationToken cancellation) =>
                use.HandleAsync(form.Text("email"), cancellation))
            .AllowAnonymous().RequireRateLimiting(Throttle.Codes);
    }

    private async Task<IResult> HandleAsync(string typed, CancellationToken cancellation)
    {
        if (!mail.IsOpen)
            return Results.NotFound();

        if (EmailAddress.Read(typed) is not { } email)
        {
            IReadOnlyList<Refusal> refusals = [new("email", texts["Refused.Email"])];
            return Answer.Refused<ForgottenPage>((nameof(ForgottenPage.Email), typed), (nameof(ForgottenPage.Refusals), refusals));
        }

        if (await persons.FindByNameAsync(email) is { } person)
        {
            await mail.SendResetAsync(person, cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        return Answer.Page<ForgottenPage>((nameof(ForgottenPage.Email), email), (nameof(ForgottenPage.IsSent), true));
    }
}
