using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Carriers;
using Rotfeste.Initiatives.Dangers;
using Rotfeste.Initiatives.Gates;
using Rotfeste.Initiatives.Traces;
using Rotfeste.Initiatives.UrgentPosts;
using Rotfeste.Platform.Callers;
using Rotfeste.Agreements.Contracts;
using Stage = Rotfeste.Initiatives.Contracts.InitiativeStage;

namespace Rotfeste.Initiatives.Pages;

/// <summary>What an initiative's page shows to this reader.</summary>
internal sealed class PageReading(
    InitiativeStates states, PlanReading plans, CarriedReading carried, TracesReading traces, UrgentPostReading urgent, AgreementScreens agreements,
    AgreementQuestions hearings, InitiativeDoor door, CurrentCaller caller)
{
    public async Task<InitiativePageView> ReadAsync(Initiative initiative, string? told, CancellationToken cancellation)
    {
        var state = await states.OfAsync(initiative, cancellation);
        var mayWrite = door.MayWrite(initiative);
        var accounts = await carried.ReadAsync(initiative, cancellation);
        return new InitiativePageView(
            HeadOf(state, mayWrite),
            [.. StagesOf(state)],
            GateReading.Of(state, caller.Required.Person, door.AddressOf(initiative)),
            DirectionReading.Of(state, mayWrite),
            [.. state.Dangers.Select(d => DangerOf(d, door.AddressOf(initiative), mayWrite))],
            [.. (await hearings.HearingsAsync(InitiativeSubject.Of(initiative.Id), cancellation))
                .Select(h => new HearingView(h.Direction.ToString(), h.Sections, h.Told, h.Heard))],
            await plans.ReadAsync(state, cancellation),
            accounts,
            await traces.ReadAsync(accounts, cancellation),
            (await agreements.ShowAsync(InitiativeSubject.Of(initiative.Id), door.AddressOf(initiative), cancellation))!,
            await urgent.OfAsync(initiative, cancellation),
            told);
    }

    private HeadView HeadOf(InitiativeState state, bool mayWrite)
    {
        var initiative = state.Initiative;
        var mine = state.Standing.People.FirstOrDefault(p => p.Person == caller.Required.Person);
        return new HeadView(
            door.AddressOf(initiative), initiative.Title, state.People.GetValueOrDefault(initiative.Owner)?.UnitName,
            state.NameOf(initiative.Owner), state.NameOf(initiative.Leader), mayWrite,
            state.Standing.Version > 0 && mine?.Worth is Worth.NotYet or Worth.Stale, mine is not null);
    }

    private static IEnumerable<StageView> StagesOf(InitiativeState state)
    {
        var initiative = state.Initiative;
        var started = initiative.StartedAt.InUtc().Date;
        yield return Stand(Stage.Before, started);
        if (initiative.PilotOn is { } pilot)
            yield return Stand(Stage.Pilot, pilot);
        yield return Stand(Stage.Running, initiative.StartsOn);
        yield return Stand(Stage.Review, initiative.LookAgainOn);
        if (initiative.EndsOn is not null || initiative.Stage == Stage.Ended)
            yield return Stand(Stage.Ended, initiative.EndsOn);

        StageView Stand(Stage stage, NodaTime.LocalDate? on) => new(
            stage.ToString(),
            stage == initiative.Stage ? "now" : stage < initiative.Stage ? "done" : stage == initiative.Next ? "next" : null,
            on,
            stage <= initiative.Stage ? [] : [.. state.NeedsFor(stage).Select(n => n.ToString())]);
    }

    /// <summary>A danger with its next step, as this reader may take it.</summary>
    public static DangerView DangerOf(Danger danger, string address, bool mayWrite) => new(
        danger.Kind.ToString(), danger.Nearness.ToString(), danger.Case, danger.Numbers,
        danger.Nearness == Nearness.None ? null : danger.Kind switch
        {
            DangerKind.NobodyLeads => mayWrite ? $"{address}/people" : null,
            DangerKind.MoneyNotAgreed or DangerKind.HeardLate => $"{address}/people",
            DangerKind.DoersNotHeard when danger.Case == "Nobody" => $"{address}/people",
            DangerKind.NoHours => mayWrite ? $"{address}/brief?more=week#f-week" : null,
            DangerKind.DecidedOverHeads or DangerKind.SaidNotLived => $"{address}#threads",
            DangerKind.Stiffness => $"{address}/gates",
            _ => $"{address}/meeting",
        });
}
