using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.People.Calling;
using Rotfeste.People.Passkeys;
using Rotfeste.People.Passwords;
using Rotfeste.People.Persons;
using Rotfeste.People.SignIns;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Languages;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Invitations;

/// <summary>Joins by an invitation: whoever is signed in joins as that person, others become one.</summary>
internal sealed class AcceptInvitation(
    AppDb db, InvitationScreen screen, Joining joining, PasswordCheck passwords, NewPasskeys passkeys, UserManager<Person> persons,
    Sessions sessions, IClock clock, IHttpContextAccessor http, IStringLocalizer<Texts> texts)
{
    private sealed record Input(string Code, string Name, string Password, string Credential, bool ByMailOnly);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/invitations/{code}", (string code, AcceptInvitation use, IFormCollection form, CancellationToken cancellation) =>
                use.HandleAsync(
                    new Input(code, form.Text("name"), form.Raw("password"), form.Text("credential"), form.Text("way") == "mail"), cancellation))
            .AllowAnonymous().RequireRateLimiting(Throttle.Codes);

    private async Task<IResult> HandleAsync(Input input, CancellationToken cancellation)
    {
        if (await screen.FindAsync(input.Code, cancellation) is not { } invitation)
            return screen.Gone();

        var key = EmailAddress.KeyOf(invitation.Email);
        var me = http.HttpContext!.User.Person();
        var person = me is null ? null : await db.Set<Person>().FirstOrDefaultAsync(p => p.Id == me, cancellation);
        NewPasskey? passkey = null;
        if (person is null)
        {
            // Whoever has a person here signs in as that one first: the link alone does not make one somebody else.
            if (await db.Set<Person>().AnyAsync(p => p.EmailKey == key, cancellation))
                return Answer.SeeOther("/sign-in");

            passkey = input.Credential.Length > 0 ? await passkeys.ReadAsync(input.Credential) : null;
            var refusals = Refuse(input, invitation, passkey);
            if (refusals.Count > 0)
                return await screen.ShowAsync(invitation, input.Code, input.Name, refusals, cancellation);
            person = Become(input, invitation, passkey);
        }

        if (!await StoreAsync(invitation, person, passkey, isNew: me is null, cancellation))
            return screen.Gone();
        if (me is null)
            await sessions.StartAsync(person, SignInWay.Invitation, cancellation);
        return Answer.SeeOther("/");
    }

    private List<Refusal> Refuse(Input input, Invitation invitation, NewPasskey? passkey)
    {
        var refusals = new List<Refusal>();
        if (input.Name.Length is 0 or > Person.LongestName)
            refusals.Add(new("name", texts["Refused.Name", Person.LongestName]));
        if (input.Credential.Length > 0 && passkey is null)
            refusals.Add(new(PasswordCheck.Field, texts["Refused.Passkey"]));
        else if (input.Credential.Length == 0 && !input.ByMailOnly && passwords.Refuse(input.Password, input.Name, invitation.Email) is { } refusal)
            refusals.Add(refusal);
        return refusals;
    }

    private Person Become(Input input, Invitation invitation, NewPasskey? passkey)
    {
        var person = Person.Make(
            passkey?.Person ?? PersonId.New(), input.Name, invitation.Email, Language.Current.Code, clock.GetCurrentInstant());
        if (passkey is null && !input.ByMailOnly)
            person.PasswordHash = passwords.Hash(person, input.Password);
        return person;
    }

    private async Task<bool> StoreAsync(Invitation invitation, Person person, NewPasskey? passkey, bool isNew, CancellationToken cancellation)
    {
        try
        {
            await db.WriteAsync(
                async () =>
                {
                    if (isNew)
                        db.Add(person);
                    await joining.JoinAsync(invitation, person, cancellation);
                    await db.SaveChangesAsync(cancellation);
                    if (passkey is not null)
                        await persons.AddOrUpdatePasskeyAsync(person, passkey.Key);
                },
                cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody used the link at the same moment.
            return false;
        }
    }
}
