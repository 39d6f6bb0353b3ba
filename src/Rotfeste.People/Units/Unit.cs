using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.People.Units;

/// <summary>A unit in the organisation's tree.</summary>
internal sealed class Unit : IBelongToOrganisation, IVersioned
{
    public const int LongestName = 80;

    private Unit()
    {
    }

    public UnitId Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public UnitId? Parent { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>What the public knows the unit by («Kundetorget»), or null: then it is never shown under an answer.</summary>
    public string? PublicName { get; private set; }

    public bool IsLeadershipGroup { get; private set; }

    public long Version { get; set; }

    public static Unit Make(UnitId id, OrganisationId organisation, UnitId? parent, string name, string? publicName) =>
        new() { Id = id, Organisation = organisation, Parent = parent, Name = name, PublicName = publicName };

    public void Describe(string name, string? publicName, bool isLeadershipGroup)
    {
        Name = name;
        PublicName = publicName;
        IsLeadershipGroup = isLeadershipGroup;
    }

    /// <summary>Moves the unit; false where it would come to lie under itself.</summary>
    public bool MoveUnder(UnitId? parent, IReadOnlyDictionary<UnitId, Unit> all)
    {
        for (var above = parent; above is { } id; above = all.TryGetValue(id, out var unit) ? unit.Parent : null)
        {
            if (id == Id)
                return false;
        }

        Parent = parent;
        return true;
    }
}
