using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rotfeste.People.Contracts;
using Rotfeste.People.Mails;
using Rotfeste.People.Persons;
using Rotfeste.People.Profiles;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Passkeys;

/// <summary>Adds a passkey to the signed-in person, and removes one.</summary>
internal sealed class KeepPasskeys(
    AppDb db, ProfileScreen screen, NewPasskeys passkeys, UserManager<Person> persons, LinkMail mail, LedgerWriter ledger,
    IStringLocalizer<Profiles.Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/profile/passkeys", (KeepPasskeys use, IFormCollection form, CancellationToken cancellation) =>
            use.AddAsync(form.Text("credential"), form.Text("keyName"), cancellation)).RequireAuthorization(Access.SignedIn);
        routes.MapPost("/profile/passkeys/{id}/removal", (string id, KeepPasskeys use, CancellationToken cancellation) =>
            use.RemoveAsync(id, cancellation)).RequireAuthorization(Access.SignedIn);
    }

    private async Task<IResult> AddAsync(string credential, string name, CancellationToken cancellation)
    {
        var me = await screen.MeAsync(cancellation);
        var made = credential.Length > 0 ? await passkeys.ReadAsync(credential) : null;
        if (made is null || made.Person != me.Id)
            return await screen.ShowAsync(null, [new Refusal("", texts["Refused.Passkey"])], cancellation);

        made.Key.Name = name.Length is 0 or > Passkey.LongestName ? null : name;
        await persons.AddOrUpdatePasskeyAsync(me, made.Key);
        ledger.WriteForInstallation("passkey-added", me.Id, new { person = me.Id });
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther("/profile?done=passkey");
    }

    private async Task<IResult> RemoveAsync(string id, CancellationToken cancellation)
    {
        var me = await screen.MeAsync(cancellation);
        var keys = await db.Set<Passkey>().Where(k => k.Person == me.Id).ToListAsync(cancellation);
        if (keys.Find(k => k.Id == id) is not { } key)
            return Results.NotFound();

        // The last way in is not thrown away.
        if (keys.Count == 1 && me.PasswordHash is null && !mail.IsOpen)
            return await screen.ShowAsync(null, [new Refusal("", texts["Refused.LastKey"])], cancellation);

        db.Remove(key);
        ledger.WriteForInstallation("passkey-removed", me.Id, new { person = me.Id });
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther("/profile?done=passkey-gone");
    }
}
