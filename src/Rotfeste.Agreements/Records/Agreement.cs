using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Agreements.Records;

/// <summary>
/// One row a subject: what finds it, and all that a list needs, written with each change. Two who add to the history at
/// once touch the same row: one of them reads again.
/// </summary>
internal sealed class Agreement : IBelongToOrganisation, IVersioned
{
    private Agreement()
    {
    }

    public AgreementId Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public string SubjectKind { get; private init; } = "";

    public Guid SubjectId { get; private init; }

    /// <summary>Happenings so far.</summary>
    public int Length { get; private set; }

    /// <summary>Hash of the last happening as it stands in the ledger; empty before the first.</summary>
    public string Head { get; private set; } = "";

    /// <summary>The standings, as <see cref="Rotfeste.Agreements.Standings.StandingsText"/> writes them.</summary>
    public string Standings { get; private set; } = "";

    /// <summary>The latest local day up to which people were told that dates have passed.</summary>
    public LocalDate? ToldUpTo { get; set; }

    public long Version { get; set; }

    public Subject Subject => new(SubjectKind, SubjectId);

    public static Agreement Open(AgreementId id, OrganisationId organisation, Subject subject) =>
        new() { Id = id, Organisation = organisation, SubjectKind = subject.Kind, SubjectId = subject.Id };

    public void Grow(int length, string head, string standings) => (Length, Head, Standings) = (length, head, standings);
}
