using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Rotfeste.People.Passwords;
using Rotfeste.People.Persons;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Languages;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.SignIns;

/// <summary>Signs in with a password, or with a passkey where the form carries one.</summary>
internal sealed class SignIn(
    SignInManager<Person> signIn, UserManager<Person> persons, IPasswordHasher<Person> hasher, Sessions sessions,
    SignInScreen screen, AppDb db, LedgerWriter ledger, IStringLocalizer<Texts> texts)
{
    // Compared with where nobody has the address, so that the answer takes as long.
    private static string? nobodysHash;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sign-in", (SignInScreen screen, [FromQuery(Name = "return")] string? back, CancellationToken cancellation) =>
            screen.ShowAsync(LocalAddress.OrRoot(back), cancellation)).AllowAnonymous();
        routes.MapPost("/sign-in", (SignIn use, IFormCollection form, CancellationToken cancellation) =>
                use.HandleAsync(form, cancellation))
            .AllowAnonymous().RequireRateLimiting(Throttle.SignIn);
    }

    private async Task<IResult> HandleAsync(IFormCollection form, CancellationToken cancellation)
    {
        var (email, back) = (form.Text("email"), LocalAddress.OrRoot(form.Text("return")));
        var credential = form.Text("credential");
        var (person, way) = credential.Length > 0
            ? (await ByPasskeyAsync(credential), SignInWay.Passkey)
            : (await ByPasswordAsync(email, form.Raw("password"), cancellation), SignInWay.Password);
        if (person is null)
            return await screen.RefuseAsync(email, back, new Refusal("email", texts[$"Refused.{way}"]), cancellation);

        await sessions.StartAsync(person, way, cancellation);
        return Answer.SeeOther(back);
    }

    // One refusal for a wrong address, a wrong password and a locked door: none of them is told to a guesser.
    private async Task<Person?> ByPasswordAsync(string email, string password, CancellationToken cancellation)
    {
        var person = EmailAddress.Read(email) is { } address ? await persons.FindByNameAsync(address) : null;
        if (person is null || password.Length is 0 or > PasswordRules.Longest)
        {
            hasher.VerifyHashedPassword(null!, nobodysHash ??= hasher.HashPassword(null!, "nobody's"), password[..Math.Min(password.Length, 200)]);
            return null;
        }

        var result = await signIn.CheckPasswordSignInAsync(person, password, lockoutOnFailure: true);
        if (result.Succeeded)
            return person;
        if (result.IsLockedOut)
        {
            ledger.WriteForInstallation("sign-in-locked", person.Id, new { person = person.Id });
            await db.SaveChangesAsync(cancellation);
        }

        return null;
    }

    private async Task<Person?> ByPasskeyAsync(string credential)
    {
        try
        {
            var result = await signIn.PerformPasskeyAssertionAsync(credential);
            if (!result.Succeeded)
                return null;
            await persons.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
            return result.User;
        }
        catch (InvalidOperationException)
        {
            // No question was asked in this browser, or too long ago.
            return null;
        }
    }
}
