using Rotfeste.People.Members;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.People.Units;

/// <summary>The tree of units, and the form for a new one or a chosen one.</summary>
public sealed record UnitsView(IReadOnlyList<UnitRowView> Units, UnitFormView Form, IReadOnlyList<Refusal> Refusals);

/// <summary>A unit in the tree.</summary>
public sealed record UnitRowView(Guid Id, string Name, string? PublicName, bool IsLeadershipGroup, int Depth, int People);

/// <summary>What stands in the form; no id where the unit is new.</summary>
public sealed record UnitFormView(
    Guid? Id, string Name, string PublicName, bool IsLeadershipGroup, string Parent, IReadOnlyList<UnitChoiceView> Choices)
{
    /// <summary>What it is called in other languages, by code.</summary>
    public IReadOnlyDictionary<string, string> Elsewhere { get; init; } = new Dictionary<string, string>();
}
