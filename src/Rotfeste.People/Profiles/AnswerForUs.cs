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

namespace Rotfeste.People.Profiles;

/// <summary>The person's own yes or «not now» to answering for the organisation.</summary>
internal sealed class AnswerForUs(AppDb db, CurrentCaller caller, KnownPeople known, FactLog facts, LedgerWriter ledger)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/profile/answering", (AnswerForUs use, IFormCollection form, CancellationToken cancellation) =>
            use.HandleAsync(form.Text("answer") == "yes", cancellation)).RequireAuthorization(Access.Member);

    private async Task<IResult> HandleAsync(bool yes, CancellationToken cancellation)
    {
        var me = caller.Required;
        var member = await db.Set<Membership>().FirstAsync(m => m.Person == me.Person, cancellation);
        var before = member.MayAnswer;
        if (yes && !member.SayYes())
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (!yes)
            member.StopAnswering();

        if ((before == MayAnswer.Yes) != yes)
            facts.Tell(new MayAnswerChanged(me.Organisation, me.Person, yes));
        ledger.Write(me.Organisation, yes ? "answering-accepted" : "answering-declined", me.Person, new { person = me.Person });
        known.ForgetAfter(db);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(me.To("profile"));
    }
}
