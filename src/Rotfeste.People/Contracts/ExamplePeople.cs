using NodaTime;
using Rotfeste.Platform.Callers;

namespace Rotfeste.People.Contracts;

/// <summary>An invented organisation to plant, for the demo, tests and benchmarks. The same records give the same ids.</summary>
/// <param name="Name">Its name; the slug follows from it.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Language">nb, nn, da or en.</param>
/// <param name="Units">Parents before children.</param>
/// <param name="People">The first one is the founder and owner.</param>
/// <param name="FoundedAt">When everybody joined.</param>
public sealed record ExamplePeople(
    string Name,
    OrganisationKind Kind,
    string Language,
    IReadOnlyList<ExampleUnit> Units,
    IReadOnlyList<ExamplePerson> People,
    Instant FoundedAt);

/// <summary>An invented unit.</summary>
/// <param name="Name">Its name, unique among them.</param>
/// <param name="PublicName">What the public knows it by, or null.</param>
/// <param name="Parent">Name of the unit above, or null.</param>
public sealed record ExampleUnit(string Name, string? PublicName, string? Parent);

/// <summary>An invented person.</summary>
/// <param name="Name">Full name.</param>
/// <param name="FirstName">What stands under answers.</param>
/// <param name="Email">Unique in the installation.</param>
/// <param name="Unit">Name of the unit, or null.</param>
/// <param name="Roles">The set.</param>
/// <param name="MayAnswer">Flag and own yes are given.</param>
/// <param name="ShowsName">The own yes to the name; false is shielded, null not asked.</param>
public sealed record ExamplePerson(
    string Name, string FirstName, string Email, string? Unit, Roles Roles, bool MayAnswer, bool? ShowsName);

/// <summary>What was planted.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Slug">First segment of its addresses.</param>
/// <param name="People">Ids by mail address.</param>
/// <param name="IsNew">False where it stood there already.</param>
public sealed record PlantedPeople(OrganisationId Organisation, string Slug, IReadOnlyDictionary<string, PersonId> People, bool IsNew);
