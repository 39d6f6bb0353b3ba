using Rotfeste.Agreements.Contracts;
using Rotfeste.Agreements.Histories;

namespace Rotfeste.Agreements.Hearings;

/// <summary>How much was settled when people were told and heard, as pure rules. A section is settled from when it read as it does now.</summary>
internal static class HearingRules
{
    private static readonly Directions[] Groups = [Directions.Up, Directions.In, Directions.Sideways];

    public static IReadOnlyList<Hearing> Of(History history)
    {
        if (history.Present is not { } present)
            return [];
        return
        [
            .. from direction in Groups
            let there = history.Asked.Where(p => !p.HasLeft && p.Asked!.Directions.HasFlag(direction)).ToList()
            where there.Count > 0
            select new Hearing(
                direction, present.Sections.Count, Middle(there.Select(p => Settled(history, p.FirstAskedIn))),
                there.Count(p => p.HeardIn is not null) * 2 > there.Count
                    ? Middle(there.Select(p => p.HeardIn is { } version ? Settled(history, version) : int.MaxValue))
                    : null),
        ];
    }

    // One who was early does not hide that most were late.
    private static int Middle(IEnumerable<int> settled)
    {
        var sorted = settled.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static int Settled(History history, int version) => version == 0
        ? 0
        : history.Present!.Sections.Count(s => history.Versions[version - 1].Sections.Any(then => then.Key == s.Key && then.Hash == s.Hash));
}
