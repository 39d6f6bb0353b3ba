using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.Initiatives.Notices;
using Rotfeste.Initiatives.Pages;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Gates;

/// <summary>Goes on to the next stage. It is a moment: recorded, and told to everyone who took part, with thanks.</summary>
internal sealed class PassGate(
    AppDb db, CurrentCaller caller, InitiativeDoor door, InitiativeStates states, InitiativeNotices notices, FactLog facts, LedgerWriter ledger,
    IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/initiatives/{id:guid}/passing", (Guid id, IFormCollection form, PassGate use, CancellationToken cancellation) =>
            use.HandleAsync(id, form.Named<InitiativeStage>("to"), cancellation)).RequireAuthorization(Access.Member);

    private async Task<IResult> HandleAsync(Guid id, InitiativeStage? to, CancellationToken cancellation)
    {
        IResult? answer = null;

        // Inside one write: an answer that is withdrawn at the same moment is either seen here or comes after.
        await db.WriteAsync(async () => answer = await PassAsync(id, to, cancellation), cancellation);
        return answer!;
    }

    private async Task<IResult> PassAsync(Guid id, InitiativeStage? to, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } initiative)
            return Results.NotFound();
        if (!door.MayWrite(initiative))
            return Results.StatusCode(StatusCodes.Status403Forbidden);

        // Pressed twice, or by two: the first one did it. Not ready any longer: the page says what is missing.
        var address = door.AddressOf(initiative);
        var state = await states.OfAsync(initiative, cancellation);
        var isReady = state.Gate?.IsReady == true;
        if (initiative.Next != to || (!isReady && !initiative.IsWaived(state.Today)))
            return Answer.SeeOther(address);

        var (from, now) = (initiative.Stage, clock.GetCurrentInstant());
        initiative.Pass(now, state.Today);
        var me = caller.Required.Person;
        facts.Tell(new GatePassed(initiative.Organisation, initiative.Id, from, initiative.Stage, state.Standing.Version, me, now));
        ledger.Write(initiative.Organisation, "initiative-gate-passed", me,
            new { initiative = initiative.Id, from, to = initiative.Stage, version = state.Standing.Version, waived = !isReady });
        await notices.TellPassedAsync(initiative, from, state.Standing, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther($"{address}?told={(from is InitiativeStage.Before or InitiativeStage.Pilot ? "passed" : "moved")}");
    }
}
