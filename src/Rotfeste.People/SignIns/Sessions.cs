using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Rotfeste.People.Persons;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Languages;

namespace Rotfeste.People.SignIns;

/// <summary>How a person came in; a named value for the ledger.</summary>
internal enum SignInWay
{
    Password,
    Passkey,
    MailLink,
    Setup,
    Invitation,
    Reset,
    Example,
}

/// <summary>Starts sessions: first the ledger, then the cookie.</summary>
internal sealed class Sessions(AppDb db, SignInManager<Person> signIn, LedgerWriter ledger, IHttpContextAccessor http)
{
    public async Task StartAsync(Person person, SignInWay way, CancellationToken cancellation)
    {
        ledger.WriteForInstallation("signed-in", person.Id, new { way });
        await db.SaveChangesAsync(cancellation);
        await signIn.SignInAsync(
            person, new AuthenticationProperties { IsPersistent = true, ExpiresUtc = DateTimeOffset.UtcNow + SessionCookie.Life });
        LookCookies.Set(http.HttpContext!, person.Language, person.Theme);
    }
}
