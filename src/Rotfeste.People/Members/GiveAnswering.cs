using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Calling;
using Rotfeste.People.Contracts;
using Rotfeste.People.Memberships;
using Rotfeste.People.Notices;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Members;

/// <summary>A leader asks a member to answer for the organisation, or takes that back.</summary>
internal sealed class GiveAnswering(AppDb db, CurrentCaller caller, KnownPeople known, FactLog facts, LedgerWriter ledger, Notify notify)
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
        await TellAsync(member, before, cancellation);
        known.ForgetAfter(db);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(me.To($"people/{person}"));
    }

    // Taken back before it was read, the question never was.
    private Task TellAsync(Membership member, MayAnswer before, CancellationToken cancellation)
    {
        var (me, key) = (caller.Required, $"{NoticeKinds.AskedToAnswer} {member.Person}");
        if (member.MayAnswer == MayAnswer.Asked && before == MayAnswer.None && member.Person != me.Person)
            return notify.TellAsync(member.Person, new Notice(NoticeKinds.AskedToAnswer, [me.Name, me.OrganisationName], "profile", Key: key), cancellation);
        return member.MayAnswer == MayAnswer.None ? notify.TakeBackAsync(key, cancellation) : Task.CompletedTask;
    }
}
