using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Starts;
using Stage = Rotfeste.Initiatives.Contracts.InitiativeStage;

namespace Rotfeste.Initiatives.Gates;

/// <summary>Good sets to begin with: what should be agreed before which stage, by size and kind. The owner changes them.</summary>
internal static class GateSets
{
    private const int MostInSmall = 5;
    private const int MostInMiddle = 15;

    public static InitiativeSize SizeOf(int asked) => asked switch
    {
        <= MostInSmall => InitiativeSize.Small,
        <= MostInMiddle => InitiativeSize.Middle,
        _ => InitiativeSize.Large,
    };

    /// <summary>What must be agreed before a stage.</summary>
    public static IReadOnlyList<Need> For(Stage stage, StartKind kind, InitiativeSize size) => stage switch
    {
        // A pilot is for finding out: the leader and those who do it are enough.
        Stage.Pilot => [Need.LeaderIsIn, Need.DoersAreHeard],
        Stage.Running => [.. Running(kind, size)],
        Stage.Review => [Need.LeaderIsIn, Need.DoersAreHeard],
        _ => [],
    };

    private static IEnumerable<Need> Running(StartKind kind, InitiativeSize size)
    {
        yield return Need.LeaderIsIn;
        yield return Need.DoersAreHeard;
        if (kind == StartKind.Campaign || size != InitiativeSize.Small)
            yield return Need.MoneyIsGiven;
        if (size != InitiativeSize.Small)
            yield return Need.HoursAreGiven;
        if (size == InitiativeSize.Large || (size == InitiativeSize.Middle && kind is StartKind.NewChannel or StartKind.CustomerService))
            yield return Need.ItFits;
        yield return Need.NothingIsOpen;
    }
}
