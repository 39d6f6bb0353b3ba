using Rotfeste.Initiatives.Pages;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ui.Pieces;
using Stage = Rotfeste.Initiatives.Contracts.InitiativeStage;

namespace Rotfeste.Initiatives.Gates;

/// <summary>What one reader sees of the gate: what is missing, and the one step that helps.</summary>
internal static class GateReading
{
    public static GateView? Of(InitiativeState state, PersonId reader, string address)
    {
        if (state.Initiative.Next is not { } next || state.Gate is not { } gate)
            return null;

        var initiative = state.Initiative;
        var mayWrite = initiative.IsWrittenBy(reader);
        var isWaived = initiative.IsWaived(state.Today);
        return new GateView(
            address,
            next.ToString(),
            initiative.Stage == Stage.Review && next == Stage.Running ? "Onwards" : next.ToString(),
            gate.IsReady,
            gate.Version > 0,
            gate.Met,
            gate.Needs.Count,
            next switch
            {
                Stage.Pilot => initiative.PilotOn,
                Stage.Review => initiative.LookAgainOn,
                Stage.Ended => initiative.EndsOn,
                _ => initiative.HasStarted ? null : initiative.StartsOn,
            },
            [.. gate.Needs.Where(n => !n.IsMet).Select(n => MissingOf(n, state, reader, mayWrite, address))],
            [.. gate.Needs.Where(n => n.IsMet).Select(n => n.Need.ToString())],
            isWaived ? new WaiverView(state.NameOf(initiative.WaivedBy!.Value), initiative.WaiverReason, initiative.WaivedUntil!.Value) : null,
            mayWrite && (gate.IsReady || isWaived),
            mayWrite,
            reader == initiative.Leader && !gate.IsReady);
    }

    private static MissingView MissingOf(NeedState need, InitiativeState state, PersonId reader, bool mayWrite, string address)
    {
        var (action, where) = StepOf(need, state, reader, mayWrite, address);
        return new MissingView(
            need.Need.ToString(),
            need.Open.Count > 0 ? Standing.Objection : Standing.Waiting,
            need.Has,
            need.Of,
            mayWrite ? [.. need.Waiting.Select(state.NameOf).Order(StringComparer.CurrentCulture)] : [],
            need.Open.Count,
            action,
            where);
    }

    // The reader's own answer first; then what is open; then asking somebody at all; then talking.
    private static (string Action, string? Address) StepOf(
        NeedState need, InitiativeState state, PersonId reader, bool mayWrite, string address)
    {
        if (state.Standing.Version == 0)
            return mayWrite ? ("Write", $"{address}/brief") : ("Wait", null);
        if (need.Waiting.Contains(reader) && need.Open.Count == 0)
            return ("Answer", $"{address}/answer");
        if (need.Open.Count > 0)
            return ("Threads", $"{address}#threads");
        if (need.Waiting.Count == 0)
            return mayWrite ? ("People", $"{address}/people") : ("Wait", null);
        return mayWrite ? ("Meeting", $"{address}/meeting") : ("Wait", null);
    }
}
