using NodaTime;
using Rotfeste.People.Contracts;

namespace Rotfeste.Host.Examples;

/// <summary>The invented municipality of the demo. Every mail address ends in .example and reaches nobody.</summary>
internal static class Fjordvik
{
    /// <summary>The one whose eyes the example is first seen through.</summary>
    public const string First = "kari.lunde@fjordvik.example";

    private const string Desk = "Kundetorget";
    private const string Water = "Vann og avløp";
    private const string Roads = "Vei og park";
    private const string Kindergartens = "Barnehage";
    private const string Schools = "Skole";
    private const string Library = "Fjordvik bibliotek";
    private const string Health = "Helse og omsorg";
    private const string Plans = "Plan og byggesak";
    private const string Leaders = "Kommunedirektørens ledergruppe";

    /// <summary>Fjordvik kommune as it stands at a time.</summary>
    public static ExamplePeople At(Instant foundedAt) => new("Fjordvik kommune", OrganisationKind.Public, "nb", Units, People, foundedAt);

    private static IReadOnlyList<ExampleUnit> Units { get; } =
    [
        new(Leaders, null, null),
        new(Desk, "Kundetorget", Leaders),
        new("Teknisk", null, Leaders),
        new(Water, "Vann og avløp", "Teknisk"),
        new(Roads, "Vei og park", "Teknisk"),
        new(Plans, "Plan og byggesak", "Teknisk"),
        new("Oppvekst", null, Leaders),
        new(Kindergartens, "Barnehagekontoret", "Oppvekst"),
        new(Schools, "Skolekontoret", "Oppvekst"),
        new(Library, "Fjordvik bibliotek", "Oppvekst"),
        new(Health, "Helse og omsorg", Leaders),
    ];

    private static IReadOnlyList<ExamplePerson> People { get; } =
    [
        Someone("Kari Lunde", Desk, Roles.Owner | Roles.CommunicationsLead | Roles.Employee, mayAnswer: true, showsName: true),
        Someone("Tor Egil Aas", Leaders, Roles.Leader, mayAnswer: true, showsName: true, firstName: "Tor Egil"),
        Someone("Jonas Eide", Water, Roles.Employee, mayAnswer: true, showsName: true),
        Someone("Marit Hauge", Water, Roles.Leader, mayAnswer: true, showsName: true),
        Someone("Anne Lise Dahl", Kindergartens, Roles.Leader, mayAnswer: true, showsName: true, firstName: "Anne Lise"),
        Someone("Amina Yusuf", Desk, Roles.Employee, mayAnswer: true, showsName: true),
        Someone("Sindre Moe", Roads, Roles.Employee, mayAnswer: true, showsName: false),
        Someone("Siri Bakken", Library, Roles.Employee, mayAnswer: true, showsName: true),
        Someone("Håkon Vik", Plans, Roles.Employee, mayAnswer: true, showsName: false),
        Someone("Ragnhild Moe", Health, Roles.Leader, mayAnswer: false, showsName: null),
        Someone("Ole Kristian Berge", Schools, Roles.Leader, mayAnswer: false, showsName: null, firstName: "Ole Kristian"),
        Someone("Thea Nygård", Desk, Roles.Employee, mayAnswer: false, showsName: null),
    ];

    private static ExamplePerson Someone(
        string name, string unit, Roles roles, bool mayAnswer, bool? showsName, string? firstName = null) =>
        new(name, firstName ?? name.Split(' ')[0], Address(name), unit, roles, mayAnswer, showsName);

    private static string Address(string name) =>
        $"{name.ToLowerInvariant().Replace(' ', '.').Replace("å", "a", StringComparison.Ordinal).Replace("ø", "o", StringComparison.Ordinal)}@fjordvik.example";
}
