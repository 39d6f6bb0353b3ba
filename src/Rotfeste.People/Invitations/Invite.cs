using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.People.Mails;
using Rotfeste.People.Members;
using Rotfeste.People.Memberships;
using Rotfeste.People.Organisations;
using Rotfeste.People.Persons;
using Rotfeste.People.Units;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Keys;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Invitations;

/// <summary>Invites somebody by a link that works once: mailed where mail is set up, else shown to be handed over.</summary>
internal sealed class Invite(
    AppDb db, CurrentCaller caller, UnitChoices units, LinkMail mail, LedgerWriter ledger, IClock clock, IStringLocalizer<Texts> texts)
{
    private sealed record Input(string Email, string Name, Roles Roles, string Unit);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/invitations/new", (Invite use, CancellationToken cancellation) =>
            use.ShowAsync(new Input("", "", Roles.Employee, ""), [], cancellation)).RequireAuthorization(Access.Leader);
        routes.MapPost("/invitations", (Invite use, IFormCollection form, CancellationToken cancellation) =>
                use.HandleAsync(new Input(form.Text("email"), form.Text("name"), RoleForm.Read(form), form.Text("unit")), cancellation))
            .RequireAuthorization(Access.Leader);
    }

    private async Task<IResult> ShowAsync(Input input, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var view = new InviteView(
            input.Email, input.Name, input.Roles, input.Unit, await units.AllAsync(cancellation), mail.IsOpen, refusals);
        return refusals.Count > 0
            ? Answer.Refused<InvitePage>((nameof(InvitePage.View), view))
            : Answer.Page<InvitePage>((nameof(InvitePage.View), view));
    }

    private async Task<IResult> HandleAsync(Input input, CancellationToken cancellation)
    {
        var refusals = await RefuseAsync(input, cancellation);
        if (refusals.Count > 0)
            return await ShowAsync(input, refusals, cancellation);

        var (me, code) = (caller.Required, Secrets.NewCode());
        var invitation = Invitation.Write(
            me.Organisation, EmailAddress.Read(input.Email)!, input.Name, input.Roles, await units.ReadAsync(input.Unit, cancellation),
            Secrets.HashOf(code), me.Person, clock.GetCurrentInstant());
        var link = mail.Address($"{me.Path.TrimStart('/')}/invitations/{code}");
        await EndOlderAsync(invitation.Email, cancellation);
        db.Add(invitation);
        ledger.Write(me.Organisation, "person-invited", me.Person, new { invitation = invitation.Id, roles = invitation.Roles.ToString() });
        if (mail.IsOpen)
        {
            var language = await db.Set<Organisation>().Where(o => o.Id == me.Organisation).Select(o => o.Language).FirstAsync(cancellation);
            await mail.SendInvitationAsync(me.Organisation, me.OrganisationName, language, invitation.Email, me.Name, link, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        return Answer.Page<InvitedPage>(
            (nameof(InvitedPage.Name), invitation.Name), (nameof(InvitedPage.Email), invitation.Email), (nameof(InvitedPage.Link), mail.IsOpen ? null : link));
    }

    private async Task<IReadOnlyList<Refusal>> RefuseAsync(Input input, CancellationToken cancellation)
    {
        var refusals = new List<Refusal>();
        if (EmailAddress.Read(input.Email) is not { } email)
            refusals.Add(new("email", texts["Refused.Email"]));
        else if (await IsMemberAsync(email, cancellation))
            refusals.Add(new("email", texts["Refused.Member"]));
        if (input.Name.Length is 0 or > Person.LongestName)
            refusals.Add(new("name", texts["Refused.Name", Person.LongestName]));
        if (!RoleRules.MayGive(caller.Required.May, input.Roles))
            refusals.Add(new("roles", texts["Refused.Roles"]));
        return refusals;
    }

    // One open link a person: what an older mail opens is closed by the newer one.
    private async Task EndOlderAsync(string email, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        foreach (var older in await db.Set<Invitation>().Where(i => i.Email == email && i.EndedAt == null).ToListAsync(cancellation))
            older.End(now);
    }

    private Task<bool> IsMemberAsync(string email, CancellationToken cancellation)
    {
        var key = EmailAddress.KeyOf(email);
        return db.Set<Membership>().Where(m => m.IsActive)
            .Join(db.Set<Person>(), m => m.Person, p => p.Id, (_, p) => p).AnyAsync(p => p.EmailKey == key, cancellation);
    }
}
