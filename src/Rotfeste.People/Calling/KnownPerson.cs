using Rotfeste.People.Contracts;
using Rotfeste.People.Memberships;
using Rotfeste.People.Organisations;
using Rotfeste.People.Units;
using Rotfeste.Platform.Callers;

namespace Rotfeste.People.Calling;

/// <summary>What each request must know of the person who asks.</summary>
/// <param name="Id">Who.</param>
/// <param name="Name">Full name.</param>
/// <param name="SecurityStamp">A session with another stamp has ended.</param>
/// <param name="Language">The person's own choice, or null.</param>
/// <param name="Seats">Where the person is an active member, by the organisation's name.</param>
internal sealed record KnownPerson(PersonId Id, string Name, string SecurityStamp, string? Language, IReadOnlyList<Seat> Seats);

/// <summary>A person's active membership, with what screens say of the organisation.</summary>
internal sealed record Seat(
    OrganisationId Organisation,
    string Slug,
    string OrganisationName,
    string Noun,
    string Zone,
    string Language,
    string? Unit,
    Roles Roles,
    MayAnswer MayAnswer,
    NameChoice NameChoice)
{
    public string Path => $"/{Slug}";

    public static Seat Of(Membership membership, Organisation organisation, Unit? unit) => new(
        organisation.Id, organisation.Slug, organisation.Name, organisation.Noun, organisation.Zone, organisation.Language,
        unit?.Name, membership.Roles, membership.MayAnswer, membership.NameChoice);
}
