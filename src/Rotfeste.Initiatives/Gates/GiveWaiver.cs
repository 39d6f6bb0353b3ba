using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.Initiatives.Notices;
using Rotfeste.Initiatives.Pages;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Gates;

/// <summary>The accountable leader lets the initiative go on for a while before everything is in place; reason and end are shown to all.</summary>
internal sealed class GiveWaiver(
    AppDb db, CurrentCaller caller, InitiativeDoor door, InitiativeStates states, InitiativeNotices notices, FactLog facts, LedgerWriter ledger,
    IClock clock, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/initiatives/{id:guid}/waiver", (Guid id, GiveWaiver use, CancellationToken cancellation) =>
            use.ShowAsync(id, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/initiatives/{id:guid}/waiver", (Guid id, IFormCollection form, GiveWaiver use, CancellationToken cancellation) =>
            use.HandleAsync(id, form.Text("reason"), form.Text("until"), cancellation)).RequireAuthorization(Access.Member);
    }

    private LocalDate Today => clock.GetCurrentInstant().InZone(caller.Required.Zone).Date;

    private async Task<IResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } initiative)
            return Results.NotFound();
        return caller.Required.Person == initiative.Leader
            ? Answer.Page<WaiverPage>((nameof(WaiverPage.View), ViewOf(initiative, "", LocalDatePattern.Iso.Format(Today.PlusDays(30)), [])))
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private async Task<IResult> HandleAsync(Guid id, string reason, string until, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } initiative)
            return Results.NotFound();
        if (caller.Required.Person != initiative.Leader)
            return Results.StatusCode(StatusCodes.Status403Forbidden);

        var refusals = new List<Refusal>();
        if (reason.Length is 0 or > Initiative.LongestReason)
            refusals.Add(new Refusal("reason", texts["Refused.Reason", Initiative.LongestReason]));
        var day = LocalDatePattern.Iso.Parse(until);
        if (!day.Success || day.Value < Today || day.Value > Today.PlusDays(Initiative.MostWaiverDays))
            refusals.Add(new Refusal("until", texts["Refused.Until", Initiative.MostWaiverDays]));
        if (refusals.Count > 0)
            return Answer.Refused<WaiverPage>((nameof(WaiverPage.View), ViewOf(initiative, reason, until, refusals)));

        var (me, now) = (caller.Required.Person, clock.GetCurrentInstant());
        initiative.Waive(me, reason, day.Value);
        facts.Tell(new WaiverGiven(initiative.Organisation, initiative.Id, me, day.Value, now));
        ledger.Write(initiative.Organisation, "initiative-waiver-given", me, new { initiative = initiative.Id, until = day.Value });
        await notices.TellWaivedAsync(initiative, (await states.OfAsync(initiative, cancellation)).Standing, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(door.AddressOf(initiative));
    }

    private WaiverFormView ViewOf(Initiative initiative, string reason, string until, IReadOnlyList<Refusal> refusals) =>
        new(door.AddressOf(initiative), initiative.Title, reason, until, Initiative.MostWaiverDays, refusals);
}
