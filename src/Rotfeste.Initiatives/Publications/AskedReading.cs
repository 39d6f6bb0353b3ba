using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Starts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Initiatives.Publications;

/// <summary>Who is asked, and who could be.</summary>
internal sealed class AskedReading(InitiativeDoor door, Colleagues colleagues, OrganisationUnits units)
{
    private const int MostShown = 30;
    private const int MostFound = 60;

    public async Task<AskedPeopleView> ReadAsync(
        Initiative initiative, AgreementStanding standing, string then, AskedTyped typed, CancellationToken cancellation)
    {
        var everyone = await colleagues.AllAsync(cancellation);
        var asked = standing.People.Where(p => !p.HasLeft).ToDictionary(p => p.Person);
        var there = everyone.Where(c => asked.ContainsKey(c.Person)).ToList();
        return new AskedPeopleView(
            door.AddressOf(initiative),
            [
                .. Shown(there, asked, typed.Find).Select(c => new AskedPersonView(
                    c.Person.ToString(), c.Name, Named(asked[c.Person].Directions), Named(asked[c.Person].Holds), c.Person == initiative.Leader)),
            ],
            there.Count <= MostShown ? null : new AskedCrowdView(there.Count, typed.Find, UnitsOf(there)),
            [.. everyone.Select(Choice)],
            [.. (await units.AllAsync(cancellation)).Select(u => new UnitOptionView(u.Id.ToString(), u.Name))],
            typed.Who,
            then);
    }

    // Among many those who lead or hold something come first: they are few, and the others are looked for by name.
    private static IEnumerable<Colleague> Shown(List<Colleague> there, Dictionary<PersonId, PersonStanding> asked, string find)
    {
        if (there.Count <= MostShown)
            return there;
        return find.Length > 0
            ? there.Where(c => PersonPick.Said(c).Contains(find, StringComparison.CurrentCultureIgnoreCase)).Take(MostFound)
            : there.OrderBy(c => asked[c.Person] is { Holds: Holds.Nothing } p && !p.Directions.HasFlag(Directions.Up)).Take(MostShown);
    }

    private static IReadOnlyList<AskedUnitView> UnitsOf(List<Colleague> there) =>
    [
        .. there.Where(c => c.Unit is not null).GroupBy(c => (c.Unit, c.UnitName)).Select(g => new AskedUnitView(g.Key.Unit.ToString()!, g.Key.UnitName!, g.Count()))
            .OrderByDescending(u => u.Count).ThenBy(u => u.Name, StringComparer.CurrentCulture),
    ];

    public static PersonChoiceView Choice(Colleague person) => new(person.Person.ToString(), person.Name, person.UnitName);

    /// <summary>Who is asked, as an order to Agreements.</summary>
    public static IEnumerable<Asked> AskedIn(AgreementStanding standing) =>
        standing.People.Where(p => !p.HasLeft).Select(p => new Asked(p.Person, p.Directions, p.Holds));

    private static IReadOnlyList<string> Named<TFlags>(TFlags flags)
        where TFlags : struct, Enum =>
        [.. Enum.GetValues<TFlags>().Where(f => Convert.ToInt32(f, null) != 0 && flags.HasFlag(f)).Select(f => f.ToString())];
}
