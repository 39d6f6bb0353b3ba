using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Rotfeste.People.Calling;
using Rotfeste.People.Codes;
using Rotfeste.People.Contracts;
using Rotfeste.People.Passwords;
using Rotfeste.People.Persons;
using Rotfeste.People.SignIns;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Profiles;

/// <summary>Changes the password; every other session ends, this one goes on.</summary>
internal sealed class ChangePassword(
    AppDb db, ProfileScreen screen, SignInManager<Person> signIn, PasswordCheck passwords, Sessions sessions, KnownPeople known,
    CodeBook codes, LedgerWriter ledger, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/profile/password", (ChangePassword use, IFormCollection form, CancellationToken cancellation) =>
                use.HandleAsync(form.Raw("current"), form.Raw(PasswordCheck.Field), cancellation))
            .RequireAuthorization(Access.SignedIn).RequireRateLimiting(Throttle.SignIn);

    private async Task<IResult> HandleAsync(string current, string password, CancellationToken cancellation)
    {
        var me = await screen.MeAsync(cancellation);
        var isRight = me.PasswordHash is null || (await signIn.CheckPasswordSignInAsync(me, current, lockoutOnFailure: true)).Succeeded;
        if (!isRight)
            return await screen.ShowAsync(null, [new Refusal("current", texts["Refused.Current"])], cancellation);
        if (passwords.Refuse(password, me.Name, me.Email) is { } refusal)
            return await screen.ShowAsync(null, [refusal], cancellation);

        await codes.EndAsync(CodePurpose.Notice, me.Id, cancellation);
        me.TakePassword(passwords.Hash(me, password));
        ledger.WriteForInstallation("password-changed", me.Id, new { way = SignInWay.Password });
        known.ForgetAfter(db);
        await sessions.StartAsync(me, SignInWay.Password, cancellation);
        return Answer.SeeOther("/profile?done=password");
    }
}
