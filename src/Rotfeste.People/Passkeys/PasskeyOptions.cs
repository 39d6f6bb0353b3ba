using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Rotfeste.People.Calling;
using Rotfeste.People.Persons;
using Rotfeste.People.SignIns;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Passkeys;

/// <summary>What the browser asks before it makes or uses a passkey: WebAuthn's options, as JSON.</summary>
internal static class PasskeyOptions
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/passkeys/creation-options", CreateAsync).AllowAnonymous().RequireRateLimiting(Throttle.SignIn);
        routes.MapPost("/passkeys/request-options", RequestAsync).AllowAnonymous().RequireRateLimiting(Throttle.SignIn);
    }

    // For whoever is signed in a further key; else for the person about to be made, under the name just typed.
    private static async Task<IResult> CreateAsync(HttpContext http, IFormCollection form, NewPasskeys passkeys, UserManager<Person> persons)
    {
        var person = http.User.Person() is { } id ? await persons.FindByIdAsync(id.ToString()) : null;
        var (email, name) = (Short(form.Text("email")), Short(form.Text("name")));
        return Json(person is null
            ? await passkeys.OptionsAsync(PersonId.New(), email.Length > 0 ? email : name, name.Length > 0 ? name : email)
            : await passkeys.OptionsAsync(person.Id, person.Email, person.Name));
    }

    // No name is asked for: the key itself knows whose it is, and nobody learns who has one.
    private static async Task<IResult> RequestAsync(SignInManager<Person> signIn) =>
        Json(await signIn.MakePasskeyRequestOptionsAsync(user: null));

    private static string Short(string text) => text.Length <= EmailAddress.Longest ? text : text[..EmailAddress.Longest];

    private static IResult Json(string options) => Results.Text(options, "application/json");
}
