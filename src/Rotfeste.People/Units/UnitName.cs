using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.People.Units;

/// <summary>What the public calls a unit in a language other than the organisation's own.</summary>
internal sealed class UnitName : IBelongToOrganisation
{
    private UnitName()
    {
    }

    public UnitId Unit { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public string Language { get; private init; } = "";

    public string Name { get; private set; } = "";

    public static UnitName Of(Unit unit, string language, string name) =>
        new() { Unit = unit.Id, Organisation = unit.Organisation, Language = language, Name = name };

    public void Rename(string name) => Name = name;
}
