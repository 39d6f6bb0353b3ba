using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Rotfeste.People.Calling;
using Rotfeste.People.Contracts;
using Rotfeste.People.Persons;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Profiles;

/// <summary>Changes the person's own name.</summary>
internal sealed class ChangeProfile(AppDb db, ProfileScreen screen, KnownPeople known, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/profile", (ChangeProfile use, IFormCollection form, CancellationToken cancellation) =>
            use.HandleAsync(form.Text("name"), form.Text("firstName"), cancellation)).RequireAuthorization(Access.SignedIn);

    private async Task<IResult> HandleAsync(string name, string firstName, CancellationToken cancellation)
    {
        if (name.Length is 0 or > Person.LongestName)
            return await screen.ShowAsync(null, [new Refusal("name", texts["Refused.Name", Person.LongestName])], cancellation);
        if (firstName.Length > Person.LongestFirstName)
            return await screen.ShowAsync(null, [new Refusal("firstName", texts["Refused.Name", Person.LongestFirstName])], cancellation);

        (await screen.MeAsync(cancellation)).CallYourself(name, firstName);
        known.ForgetAfter(db);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther("/profile?done=name");
    }
}
