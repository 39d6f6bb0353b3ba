using Rotfeste.Agreements.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Initiatives.Gates;

/// <summary>How one need stands.</summary>
/// <param name="Need">Which.</param>
/// <param name="IsMet">Whether it is.</param>
/// <param name="Of">How many people it asks for.</param>
/// <param name="Has">How many of them are there.</param>
/// <param name="Waiting">Those whose answer it waits for.</param>
/// <param name="Open">The threads that hold it up.</param>
internal sealed record NeedState(
    Need Need, bool IsMet, int Of, int Has, IReadOnlyList<PersonId> Waiting, IReadOnlyList<ThreadId> Open);

/// <summary>How a gate stands: nothing but the needs and what everyone's answer is worth decides it.</summary>
/// <param name="Version">The present version; 0 before the first.</param>
/// <param name="Needs">In the order in which one would go about them.</param>
internal sealed record GateState(int Version, IReadOnlyList<NeedState> Needs)
{
    public bool IsReady => Version > 0 && Needs.All(n => n.IsMet);

    public int Met => Needs.Count(n => n.IsMet);
}

/// <summary>"Ready?" as a pure function of what everyone's answer is worth and of what the gate asks for.</summary>
internal static class Readiness
{
    /// <summary>Up to so many, everyone who does the work is to have been heard; of more, two thirds.</summary>
    public const int MostHeardOneByOne = 12;

    public static GateState Of(IReadOnlyList<Need> needs, AgreementStanding standing) =>
        new(standing.Version, [.. needs.Order().Select(need => StateOf(need, standing))]);

    /// <summary>In, or in with a reservation that has been talked out.</summary>
    public static bool IsIn(PersonStanding person, AgreementStanding standing) => person.Worth switch
    {
        Worth.Agree => true,
        Worth.Reservation => !HasOpen(person, standing),
        _ => false,
    };

    /// <summary>Has said where they stand, and nothing they raised is open. A "no" that was talked out is an answer too.</summary>
    public static bool IsHeard(PersonStanding person, AgreementStanding standing) =>
        person.Worth is not (Worth.NotYet or Worth.Stale) && !HasOpen(person, standing);

    private static NeedState StateOf(Need need, AgreementStanding standing) => need switch
    {
        Need.LeaderIsIn => AllIn(need, p => p.Person == standing.Leader, standing),
        Need.MoneyIsGiven => standing.Frame.Money is null
            ? Met(need)
            : AllIn(need, p => p.Holds.HasFlag(Holds.Money), standing),
        Need.HoursAreGiven => standing.Frame.HoursAWeek is null
            ? Met(need)
            : AllIn(need, p => p.Holds.HasFlag(Holds.Hours), standing),
        Need.DoersAreHeard => Heard(standing),
        Need.ItFits => AllIn(need, p => p.Directions.HasFlag(Directions.In), standing),
        _ => NothingOpen(standing),
    };

    private static NeedState Met(Need need) => new(need, true, 0, 0, [], []);

    // Nobody asked is nobody agreed: silence of an empty room is not consent either.
    private static NeedState AllIn(Need need, Func<PersonStanding, bool> concerns, AgreementStanding standing)
    {
        var people = standing.People.Where(p => !p.HasLeft && concerns(p)).ToList();
        var missing = people.Where(p => !IsIn(p, standing)).ToList();
        return new NeedState(
            need, people.Count > 0 && missing.Count == 0, Math.Max(people.Count, 1), people.Count - missing.Count,
            [.. missing.Select(p => p.Person)], [.. missing.SelectMany(p => OpenOf(p, standing))]);
    }

    private static NeedState Heard(AgreementStanding standing)
    {
        var people = standing.People.Where(p => !p.HasLeft && p.Directions.HasFlag(Directions.Sideways)).ToList();
        var missing = people.Where(p => !IsHeard(p, standing)).ToList();
        var open = missing.SelectMany(p => OpenOf(p, standing)).ToList();
        var enough = people.Count <= MostHeardOneByOne ? people.Count : ((2 * people.Count) + 2) / 3;
        var heard = people.Count - missing.Count;
        return new NeedState(
            Need.DoersAreHeard, people.Count > 0 && open.Count == 0 && heard >= enough, Math.Max(enough, 1), heard,
            [.. missing.Select(p => p.Person)], open);
    }

    private static NeedState NothingOpen(AgreementStanding standing)
    {
        var open = standing.OpenThreads.Select(t => t.Thread).ToList();
        return new NeedState(Need.NothingIsOpen, open.Count == 0, standing.Threads.Count, standing.Threads.Count - open.Count, [], open);
    }

    private static bool HasOpen(PersonStanding person, AgreementStanding standing) => OpenOf(person, standing).Any();

    private static IEnumerable<ThreadId> OpenOf(PersonStanding person, AgreementStanding standing) =>
        standing.OpenThreads.Where(t => t.RaisedBy == person.Person).Select(t => t.Thread);
}
