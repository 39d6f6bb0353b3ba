using Rotfeste.People.Contracts;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.People.Members;

/// <summary>One member's page, for a leader.</summary>
/// <param name="Member">Who.</param>
/// <param name="Unit">The chosen unit's id, or "".</param>
/// <param name="Units">All units, for the choice.</param>
/// <param name="Refusals">What must be mended.</param>
public sealed record MemberPageView(MemberView Member, string Unit, IReadOnlyList<UnitChoiceView> Units, IReadOnlyList<Refusal> Refusals);

/// <summary>A unit to choose.</summary>
public sealed record UnitChoiceView(Guid Id, string Name, int Depth)
{
    /// <summary>The name, moved in by its depth: a select knows no other tree.</summary>
    public string Label => $"{new string('\u2003', Depth)}{Name}";
}
