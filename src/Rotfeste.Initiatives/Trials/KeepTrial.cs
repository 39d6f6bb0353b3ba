using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Trials;

/// <summary>Makes a trial of an initiative, and writes down what was learnt.</summary>
internal sealed class KeepTrial(
    AppDb db, CurrentCaller caller, InitiativeDoor door, FactLog facts, IClock clock, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/initiatives/{id:guid}/trial", (Guid id, KeepTrial use, CancellationToken cancellation) =>
            use.ShowAsync(id, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/initiatives/{id:guid}/trial", (Guid id, IFormCollection form, KeepTrial use, CancellationToken cancellation) =>
            use.HandleAsync(id, form, cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } initiative)
            return Results.NotFound();
        var trial = await FindAsync(initiative, cancellation);
        return Answer.Page<TrialPage>((nameof(TrialPage.View), new TrialView(
            door.AddressOf(initiative), initiative.Title, trial?.Believe ?? "", trial?.LookAt ?? "",
            trial is null ? "" : LocalDatePattern.Iso.Format(trial.Until), trial?.Learnt ?? "", trial is not null, door.MayWrite(initiative), [])));
    }

    private async Task<IResult> HandleAsync(Guid id, IFormCollection form, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } initiative)
            return Results.NotFound();
        if (!door.MayWrite(initiative))
            return Results.StatusCode(StatusCodes.Status403Forbidden);

        var trial = await FindAsync(initiative, cancellation);
        var (believe, lookAt, until, learnt) = (form.Text("believe"), form.Text("lookAt"), form.Text("until"), form.Text("learnt"));
        var day = LocalDatePattern.Iso.Parse(until);
        var refusals = Refuse(believe, lookAt, learnt, day);
        if (refusals.Count > 0)
        {
            return Answer.Refused<TrialPage>((nameof(TrialPage.View), new TrialView(
                door.AddressOf(initiative), initiative.Title, believe, lookAt, until, learnt, trial is not null, true, refusals)));
        }

        if (trial is null)
            db.Add(trial = Trial.Of(initiative.Organisation, initiative.Id));
        trial.Plan(believe, lookAt, day.Value);
        if (learnt.Length > 0)
        {
            if (trial.EndedAt is null)
                facts.Tell(new TrialEnded(initiative.Organisation, initiative.Id, caller.Required.Person, clock.GetCurrentInstant()));
            trial.Learn(learnt, caller.Required.Person, clock.GetCurrentInstant());
        }

        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther($"{door.AddressOf(initiative)}/trial");
    }

    private List<Refusal> Refuse(string believe, string lookAt, string learnt, ParseResult<LocalDate> day)
    {
        var refusals = new List<Refusal>();
        if (believe.Length is 0 or > Trial.LongestText)
            refusals.Add(new Refusal("believe", texts["Refused.Words", Trial.LongestText]));
        if (lookAt.Length is 0 or > Trial.LongestText)
            refusals.Add(new Refusal("lookAt", texts["Refused.Words", Trial.LongestText]));
        if (learnt.Length > Trial.LongestText)
            refusals.Add(new Refusal("learnt", texts["Refused.Words", Trial.LongestText]));
        if (!day.Success || day.Value.Year is < 2000 or >= 2200)
            refusals.Add(new Refusal("until", texts["Refused.Day"]));
        return refusals;
    }

    private Task<Trial?> FindAsync(Initiative initiative, CancellationToken cancellation) =>
        db.Set<Trial>().FirstOrDefaultAsync(t => t.Initiative == initiative.Id, cancellation);
}
