using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Codes;
using Rotfeste.People.Organisations;
using Rotfeste.People.Passkeys;
using Rotfeste.People.Persons;
using Rotfeste.People.SignIns;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Languages;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Setup;

/// <summary>The first set-up: organisation and first person in one go, guarded by the code on the console.</summary>
internal sealed class SetUp(
    AppDb db, SetupCodes setup, SetUpCheck check, CodeBook codes, Founding founding, NewPasskeys passkeys,
    UserManager<Person> persons, IPasswordHasher<Person> hasher, Sessions sessions, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/setup", ShowAsync).AllowAnonymous();
        routes.MapPost("/setup", (SetUp use, IFormCollection form, CancellationToken cancellation) =>
                use.HandleAsync(SetUpInput.Read(form), cancellation))
            .AllowAnonymous().RequireRateLimiting(Throttle.Codes);
    }

    private static async Task<IResult> ShowAsync(SetupCodes setup, CancellationToken cancellation) =>
        await setup.IsNeededAsync(cancellation)
            ? Answer.Page<SetupPage>((nameof(SetupPage.View), new SetupView("", "", "Public", "Norway", "", Language.Current.Code, "", "", [])))
            : Answer.SeeOther("/sign-in");

    private async Task<IResult> HandleAsync(SetUpInput input, CancellationToken cancellation)
    {
        if (!await setup.IsNeededAsync(cancellation))
            return Answer.SeeOther("/sign-in");

        var passkey = input.Credential.Length > 0 ? await passkeys.ReadAsync(input.Credential) : null;
        var refusals = await check.RefuseAsync(input, passkey, cancellation);
        if (refusals.Count > 0)
            return Answer.Refused<SetupPage>((nameof(SetupPage.View), input.View(refusals)));

        var person = Person.Make(
            passkey?.Person ?? PersonId.New(), input.Name, EmailAddress.Read(input.Email)!, input.Language, clock.GetCurrentInstant());
        if (passkey is null)
            person.PasswordHash = hasher.HashPassword(person, input.Password);
        if (await StoreAsync(input, person, passkey, cancellation) is not { } organisation)
            return Answer.SeeOther("/sign-in");

        await sessions.StartAsync(person, SignInWay.Setup, cancellation);
        return Answer.SeeOther($"/{organisation.Slug}/inbox");
    }

    // Code, organisation and person are one write: the code is not used up by a set-up that failed.
    private async Task<Organisation?> StoreAsync(SetUpInput input, Person person, NewPasskey? passkey, CancellationToken cancellation)
    {
        Organisation? founded = null;
        await db.WriteAsync(
            async () =>
            {
                if (await db.Set<Organisation>().AnyAsync(cancellation)
                    || await codes.TakeInsideAsync(CodePurpose.Setup, SetupCodes.Plain(input.Code), cancellation) is null)
                {
                    return;
                }

                founded = await founding.FoundAsync(input.Draft, person, OrganisationId.New(), cancellation);
                db.Add(person);
                if (passkey is not null)
                    await persons.AddOrUpdatePasskeyAsync(person, passkey.Key);
                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
        return founded;
    }
}
