using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Dangers;
using Rotfeste.Initiatives.Overviews;
using Rotfeste.Initiatives.Pages;
using Rotfeste.Initiatives.Questions;
using Rotfeste.Platform.Callers;
using Stage = Rotfeste.Initiatives.Contracts.InitiativeStage;

namespace Rotfeste.Initiatives.Tables;

/// <summary>What lies on a leader's table, as pure rules.</summary>
internal static class TableRules
{
    /// <summary>Seldom more is put before a leader at once; the rest is told in one line.</summary>
    public const int Most = 3;

    private const int DaysBefore = 7;

    /// <summary>All that waits for a person, the most pressing first.</summary>
    public static IReadOnlyList<Wait> Waits(IEnumerable<InitiativeState> states, IEnumerable<LeaderQuestion> questions, PersonId me) =>
    [
        .. states.Where(s => s.Initiative.Stage != Stage.Ended)
            .SelectMany(s => KindsOf(s, me).Select(kind => new Wait(kind, s, null)))
            .Concat(questions.Where(q => q.Leader == me && q.AnsweredAt is null).Select(q => new Wait(WaitKind.Question, null, q)))
            .OrderBy(w => w.Kind),
    ];

    /// <summary>The nearest danger among what the person stands for or is asked upwards in; null where there is no sign of any.</summary>
    public static (InitiativeState State, Danger Danger)? Nearest(IEnumerable<InitiativeState> states, PersonId me) => (
        from state in states
        where state.Initiative.Stage != Stage.Ended && Concerns(state, me)
        from danger in state.Dangers
        where danger.Nearness != Nearness.None
        orderby danger.Nearness, danger.Kind
        select ((InitiativeState, Danger)?)(state, danger)).FirstOrDefault();

    private static IEnumerable<WaitKind> KindsOf(InitiativeState state, PersonId me)
    {
        var why = WhyMine.Of(state, me);
        if (why is WhyConcerned.Asked)
            yield return WaitKind.Asked;
        if (why is WhyConcerned.AskedAgain)
            yield return WaitKind.AskedAgain;
        if (why is WhyConcerned.Open)
            yield return WaitKind.Open;
        if (why is WhyConcerned.Ready && state.Initiative.Leader == me)
            yield return WaitKind.Ready;
        if (state.Initiative.WaivedBy == me && state.Initiative.IsWaived(state.Today)
            && Period.DaysBetween(state.Today, state.Initiative.WaivedUntil!.Value) <= DaysBefore && state.Gate?.IsReady != true)
            yield return WaitKind.Waived;
    }

    private static bool Concerns(InitiativeState state, PersonId me) =>
        state.Initiative.IsWrittenBy(me)
        || state.Standing.People.Any(p => p.Person == me && !p.HasLeft && p.Directions.HasFlag(Directions.Up));
}
