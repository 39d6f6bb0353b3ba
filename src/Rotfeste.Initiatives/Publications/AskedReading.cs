using Rotfeste.Agreements.Contracts;
using Rotfeste.Initiatives.Briefs;
using Rotfeste.Initiatives.Starts;
using Rotfeste.People.Contracts;

namespace Rotfeste.Initiatives.Publications;

/// <summary>Who is asked, and who could be.</summary>
internal sealed class AskedReading(InitiativeDoor door, Colleagues colleagues, OrganisationUnits units)
{
    public async Task<AskedPeopleView> ReadAsync(
        Initiative initiative, AgreementStanding standing, string then, CancellationToken cancellation)
    {
        var everyone = await colleagues.AllAsync(cancellation);
        var asked = standing.People.Where(p => !p.HasLeft).ToDictionary(p => p.Person);
        return new AskedPeopleView(
            door.AddressOf(initiative),
            [
                .. everyone.Where(c => asked.ContainsKey(c.Person)).Select(c => new AskedPersonView(
                    c.Person.ToString(), c.Name, Named(asked[c.Person].Directions), Named(asked[c.Person].Holds), c.Person == initiative.Leader)),
            ],
            [.. everyone.Select(Choice)],
            [.. (await units.AllAsync(cancellation)).Select(u => new UnitOptionView(u.Id.ToString(), u.Name))],
            then);
    }

    public static PersonChoiceView Choice(Colleague person) => new(person.Person.ToString(), person.Name, person.UnitName);

    /// <summary>Who is asked, as an order to Agreements.</summary>
    public static IEnumerable<Asked> AskedIn(AgreementStanding standing) =>
        standing.People.Where(p => !p.HasLeft).Select(p => new Asked(p.Person, p.Directions, p.Holds));

    private static IReadOnlyList<string> Named<TFlags>(TFlags flags)
        where TFlags : struct, Enum =>
        [.. Enum.GetValues<TFlags>().Where(f => Convert.ToInt32(f, null) != 0 && flags.HasFlag(f)).Select(f => f.ToString())];
}
