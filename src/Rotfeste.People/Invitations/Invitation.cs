using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.People.Invitations;

/// <summary>An invitation into the organisation by a link that works once.</summary>
internal sealed class Invitation : IBelongToOrganisation, IVersioned
{
    public static readonly Duration Life = Duration.FromDays(14);

    private Invitation()
    {
    }

    public Guid Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public string Email { get; private init; } = "";

    public string Name { get; private init; } = "";

    public Roles Roles { get; private init; }

    public UnitId? Unit { get; private init; }

    /// <summary>Only the hash of the link's code is kept.</summary>
    public string CodeHash { get; private init; } = "";

    public PersonId By { get; private init; }

    public Instant CreatedAt { get; private init; }

    public Instant ExpiresAt { get; private init; }

    public Instant? EndedAt { get; private set; }

    public long Version { get; set; }

    public static Invitation Write(
        OrganisationId organisation, string email, string name, Roles roles, UnitId? unit, string codeHash, PersonId by, Instant at) => new()
    {
        Id = Guid.CreateVersion7(),
        Organisation = organisation,
        Email = email,
        Name = name,
        Roles = roles,
        Unit = unit,
        CodeHash = codeHash,
        By = by,
        CreatedAt = at,
        ExpiresAt = at + Life,
    };

    public bool IsOpen(Instant now) => EndedAt is null && now < ExpiresAt;

    /// <summary>Used or withdrawn: it opens nothing any more.</summary>
    public void End(Instant at) => EndedAt = at;
}
