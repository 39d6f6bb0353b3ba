using NodaTime;
using Rotfeste.People.Contracts;

namespace Rotfeste.Host.Examples;

/// <summary>Who works in the invented municipality.</summary>
internal static class Fjordvik
{
    /// <summary>The one whose eyes the example is first seen through.</summary>
    public const string First = "kari.lunde@fjordvik.example";

    public static ExamplePeople At(Instant founded) => new(
        "Fjordvik kommune",
        OrganisationKind.Public,
        "nb",
        [
            new("Rådhuset", null, null),
            new("Kundetorget", "Kundetorget", "Rådhuset"),
            new("Vann og avløp", "vann og avløp", "Rådhuset"),
            new("Barnehage", "barnehage", "Rådhuset"),
            new("Vei og park", "vei og park", "Rådhuset"),
        ],
        [
            Person("Kari Lunde", First, "Kundetorget", Roles.Owner | Roles.CommunicationsLead | Roles.Employee, true, true),
            Person("Tor Egil Aas", "tor.egil.aas@fjordvik.example", "Rådhuset", Roles.Leader, false, null),
            Person("Jonas Eide", "jonas.eide@fjordvik.example", "Vann og avløp", Roles.Employee, true, true),
            Person("Marit Hauge", "marit.hauge@fjordvik.example", "Vann og avløp", Roles.Employee | Roles.Leader, true, true),
            Person("Anne Lise Dahl", "anne.lise.dahl@fjordvik.example", "Barnehage", Roles.Employee, true, true),
            Person("Sindre Moe", "sindre.moe@fjordvik.example", "Vei og park", Roles.Employee, true, false),
            Person("Hanna Bakken", "hanna.bakken@fjordvik.example", "Kundetorget", Roles.Employee, true, null),
        ],
        founded);

    private static ExamplePerson Person(string name, string email, string unit, Roles roles, bool mayAnswer, bool? showsName) =>
        new(name, name.StartsWith("Anne Lise", StringComparison.Ordinal) ? "Anne Lise" : name.Split(' ')[0], email, unit, roles, mayAnswer, showsName);
}
