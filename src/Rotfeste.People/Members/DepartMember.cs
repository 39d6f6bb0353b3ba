using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rotfeste.People.Calling;
using Rotfeste.People.Contracts;
using Rotfeste.People.Memberships;
using Rotfeste.People.Organisations;
using Rotfeste.People.Tokens;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Members;

/// <summary>Deactivates a member, who is out at once; old answers keep the name.</summary>
internal sealed class DepartMember(
    AppDb db, CurrentCaller caller, MemberScreen screen, KnownPeople known, FactLog facts, LedgerWriter ledger, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/people/{person:guid}/departure", (Guid person, DepartMember use, CancellationToken cancellation) =>
            use.HandleAsync(person, cancellation)).RequireAuthorization(Access.Owner);

    private async Task<IResult> HandleAsync(Guid person, CancellationToken cancellation)
    {
        var id = new PersonId(person);
        var members = await db.Set<Membership>().Where(m => m.IsActive).ToListAsync(cancellation);
        if (members.Find(m => m.Person == id) is not { } member)
            return Results.NotFound();
        if (RoleRules.LeavesNoOwner(members, id, member.Roles, activeAfter: false))
            return await screen.ShowAsync(person, [new Refusal("", texts["Refused.LastOwner"])], cancellation);

        var me = caller.Required;
        if (member.MayAnswer == MayAnswer.Yes)
            facts.Tell(new MayAnswerChanged(me.Organisation, id, MayAnswer: false));
        member.Leave();
        db.RemoveRange(await db.Set<PersonalToken>().Where(t => t.Person == id).ToListAsync(cancellation));
        facts.Tell(new PersonLeft(me.Organisation, id));
        ledger.Write(me.Organisation, "person-left", me.Person, new { person = id });
        known.ForgetAfter(db);

        // Two who take each other's ownership at once touch the same row: one of them is refused.
        db.Update(await db.Set<Organisation>().FirstAsync(o => o.Id == me.Organisation, cancellation));
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(id == me.Person ? "/" : me.To("people"));
    }
}
