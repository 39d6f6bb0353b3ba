using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Pages;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;
using Stage = Rotfeste.Initiatives.Contracts.InitiativeStage;

namespace Rotfeste.Initiatives.Gates;

/// <summary>What must be agreed when, and on which days; good sets to begin with, which owner and leader change.</summary>
internal sealed class PlanGates(
    AppDb db, CurrentCaller caller, InitiativeDoor door, InitiativeStates states, LedgerWriter ledger, IClock clock, IStringLocalizer<Texts> texts)
{
    private static readonly Stage[] Planned = [Stage.Pilot, Stage.Running, Stage.Review];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/initiatives/{id:guid}/gates", (Guid id, PlanGates use, CancellationToken cancellation) =>
            use.ShowAsync(id, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/initiatives/{id:guid}/gates", (Guid id, IFormCollection form, PlanGates use, CancellationToken cancellation) =>
            use.HandleAsync(id, form, cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> ShowAsync(Guid id, CancellationToken cancellation) =>
        await door.FindAsync(id, cancellation) is { } initiative
            ? Answer.Page<GatesPage>((nameof(GatesPage.View), await ReadAsync(initiative, [], cancellation)))
            : Results.NotFound();

    private async Task<IResult> HandleAsync(Guid id, IFormCollection form, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } initiative)
            return Results.NotFound();
        if (!door.MayWrite(initiative))
            return Results.StatusCode(StatusCodes.Status403Forbidden);

        var (starts, pilot, look, ends) = (Day(form, "startsOn"), Day(form, "pilotOn"), Day(form, "lookAgainOn"), Day(form, "endsOn"));
        var today = clock.GetCurrentInstant().InZone(caller.Required.Zone).Date;
        var refusals = new List<Refusal>();
        if (look is null || look < today)
            refusals.Add(new Refusal("lookAgainOn", texts["Refused.Day"]));
        if (pilot >= starts)
            refusals.Add(new Refusal("pilotOn", texts["Refused.Order"]));
        if (refusals.Count > 0)
            return Answer.Refused<GatesPage>((nameof(GatesPage.View), await ReadAsync(initiative, refusals, cancellation)));

        var planned = new PlannedStages(starts, pilot, look!.Value, form.Text("hasReview") == "yes", ends);
        var shown = Shown(initiative);
        initiative.PlanStages(planned);
        var asked = (await states.OfAsync(initiative, cancellation)).Asked;
        initiative.PlanGates(Planned.Where(s => shown.Contains(s) || form.ContainsKey($"needs-{s}")).Aggregate(initiative.Gates, (plan, stage) => plan.Choose(stage, Chosen(form, stage), initiative, asked)));
        ledger.Write(initiative.Organisation, "initiative-gates-planned", caller.Required.Person,
            new { initiative = initiative.Id, needs = initiative.Gates.Own, stages = planned });
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(door.AddressOf(initiative));
    }

    private static LocalDate? Day(IFormCollection form, string field) =>
        LocalDatePattern.Iso.Parse(form.Text(field)) is { Success: true, Value: { Year: >= 2000 and < 2200 } day } ? day : null;

    private static IReadOnlyList<Need> Chosen(IFormCollection form, Stage stage) =>
        [.. form[$"needs-{stage}"].Select(n => Enum.TryParse<Need>(n, out var need) && Enum.IsDefined(need) ? need : (Need?)null).OfType<Need>()];

    private async Task<GatesView> ReadAsync(Initiative initiative, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var state = await states.OfAsync(initiative, cancellation);
        return new GatesView(
            door.AddressOf(initiative), initiative.Title, door.MayWrite(initiative),
            Iso(initiative.StartsOn), Iso(initiative.PilotOn), Iso(initiative.LookAgainOn), initiative.HasReview, Iso(initiative.EndsOn),
            [
                .. Shown(initiative).Select(stage => new GateSetView(stage.ToString(), [
                    .. Enum.GetValues<Need>().Select(n => new NeedChoiceView(n.ToString(), state.NeedsFor(stage).Contains(n)))])),
            ],
            refusals);
    }

    // Where no trial is planned, nothing needs to be in place before one.
    private static IReadOnlyList<Stage> Shown(Initiative initiative) => [.. Planned.Where(s => s != Stage.Pilot || initiative.PilotOn is not null)];

    private static string Iso(LocalDate? day) => day is { } on ? LocalDatePattern.Iso.Format(on) : "";
}
