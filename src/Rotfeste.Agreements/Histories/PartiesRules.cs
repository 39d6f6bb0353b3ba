using Rotfeste.Agreements.Contracts;

namespace Rotfeste.Agreements.Histories;

/// <summary>Owner, leader and those asked, as they are recorded.</summary>
internal static class PartiesRules
{
    /// <summary>A person named twice counts once, with all directions and holdings.</summary>
    public static PartiesSet Set(Parties parties) => new(parties.Owner, parties.Leader,
    [
        .. parties.Asked.GroupBy(a => a.Person).Select(g => new Asked(
            g.Key,
            g.Aggregate(Directions.None, (all, a) => all | a.Directions),
            g.Aggregate(Holds.Nothing, (all, a) => all | a.Holds))),
    ]);

    public static bool Differs(PartiesSet set, History history) =>
        set.Owner != history.Owner || set.Leader != history.Leader
        || !set.Asked.ToHashSet().SetEquals(history.Asked.Select(p => p.Asked!));
}
