using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rotfeste.People.Calling;
using Rotfeste.People.Contracts;
using Rotfeste.People.Memberships;
using Rotfeste.People.Organisations;
using Rotfeste.People.Units;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Members;

/// <summary>Gives a member roles and a unit; one who left comes back by it.</summary>
internal sealed class PlaceMember(
    AppDb db, CurrentCaller caller, MemberScreen screen, UnitChoices units, KnownPeople known, FactLog facts, LedgerWriter ledger,
    IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/people/{person:guid}/place", (Guid person, PlaceMember use, IFormCollection form, CancellationToken cancellation) =>
            use.HandleAsync(person, form, cancellation)).RequireAuthorization(Access.Owner);

    private async Task<IResult> HandleAsync(Guid person, IFormCollection form, CancellationToken cancellation)
    {
        var id = new PersonId(person);
        var members = await db.Set<Membership>().ToListAsync(cancellation);
        if (members.Find(m => m.Person == id) is not { } member)
            return Results.NotFound();

        var roles = RoleForm.Read(form);
        if (RoleRules.LeavesNoOwner(members, id, roles, activeAfter: true))
            return await screen.ShowAsync(person, [new Refusal("roles", texts["Refused.LastOwner"])], cancellation);

        var unit = await units.ReadAsync(form.Text("unit"), cancellation);
        Place(member, roles, unit);
        var me = caller.Required;
        ledger.Write(me.Organisation, "roles-changed", me.Person, new { person = id, roles = member.Roles.ToString(), unit });
        known.ForgetAfter(db);

        // Two who take each other's ownership at once touch the same row: one of them is refused.
        db.Update(await db.Set<Organisation>().FirstAsync(o => o.Id == me.Organisation, cancellation));
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(me.To("people"));
    }

    private void Place(Membership member, Roles roles, UnitId? unit)
    {
        if (member.IsActive)
        {
            member.Place(roles, unit);
            return;
        }

        member.Return(roles, unit);
        facts.Tell(new PersonJoined(member.Organisation, member.Person, member.Roles, unit));
    }
}
