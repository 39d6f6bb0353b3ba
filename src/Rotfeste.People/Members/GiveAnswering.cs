using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Calling;
using Rotfeste.People.Contracts;
using Rotfeste.People.Memberships;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Members;

/// <summary>A leader asks a member to answer for the organisation, or takes that back.</summary>
internal sealed class GiveAnswering(AppDb db, CurrentCaller caller, KnownPeople known, FactLog facts, LedgerWriter ledger)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/people/{person:guid}/answering", (Guid person, GiveAnswering use, IFormCollection form, CancellationToken cancellation) =>
            use.HandleAsync(new PersonId(person), form.Text("give") == "yes", cancellation)).RequireAuthorization(Access.Leader);

    private async Task<IResult> HandleAsync(PersonId person, bool give, CancellationToken cancellation)
    {
        var member = await db.Set<Membership>().FirstOrDefaultAsync(m => m.Person == person && m.IsActive, cancellation);
        if (member is null)
            return Results.NotFound();

        var me = caller.Required;
        var before = member.MayAnswer;
        if (give)
            member.AskToAnswer();
        else
            member.StopAnswering();
        if (before == MayAnswer.Yes && !give)
            facts.Tell(new MayAnswerChanged(me.Organisation, person, MayAnswer: false));
        ledger.Write(me.Organisation, give ? "answering-asked" : "answering-taken-back", me.Person, new { person });
        known.ForgetAfter(db);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(me.To($"people/{person}"));
    }
}
