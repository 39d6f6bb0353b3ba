using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Pages;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Initiatives.Pitches;

/// <summary>Makes the pitch from the page as it was published last, or as it is being written before that.</summary>
internal sealed class PitchReading(
    InitiativeStates states, PlanReading plans, AgreementScreens agreements, InitiativeDoor door, CurrentCaller caller)
{
    public async Task<PitchView> ReadAsync(Initiative initiative, CancellationToken cancellation)
    {
        var state = await states.OfAsync(initiative, cancellation);
        var plan = await plans.ReadAsync(state, cancellation);
        var address = door.AddressOf(initiative);
        var agreement = (await agreements.ShowAsync(InitiativeSubject.Of(initiative.Id), $"{address}/pitch", cancellation))!;
        var words = plan.Sections.ToDictionary(s => s.Key, s => s.Words);
        var mayWrite = door.MayWrite(initiative);
        return new PitchView(
            address,
            caller.Required.OrganisationName,
            initiative.Title,
            state.NameOf(initiative.Owner),
            state.NameOf(initiative.Leader),
            initiative.HasStarted,
            plan.Version,
            agreement.Page is { } page ? page.At.InZone(caller.Required.Zone).Date : state.Today,
            initiative.LookAgainOn,
            PitchOutline.Pick(PitchOutline.Why, words),
            PitchOutline.Pick(PitchOutline.How, words),
            new Frame(plan.Money, plan.Hours, plan.Until),

            // An answer that no longer holds is nobody's stand, and on a projector nobody is named for not having given a new one.
            [.. agreement.Stands.Answers.Where(a => a.Worth != Worth.Stale)],
            [.. agreement.Page?.Sections.Select(s => new PitchHashView(s.Key, s.Hash)) ?? []],
            agreement.Answer,
            mayWrite ? PitchOutline.Missing(words) : [],
            mayWrite);
    }
}
