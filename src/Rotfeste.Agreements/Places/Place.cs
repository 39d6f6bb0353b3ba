using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Agreements.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Agreements.Places;

/// <summary>
/// One person's part in one agreement, written with each change: what concerns somebody is found without reading what
/// everybody said. Whoever was ever asked has one.
/// </summary>
internal sealed record Place : IBelongToOrganisation
{
    public required AgreementId Agreement { get; init; }

    public required PersonId Person { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required string SubjectKind { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>Asked now, and still in the organisation.</summary>
    public required bool IsAsked { get; init; }

    /// <summary>What the answer is worth, times apart; null while there is no version to answer on.</summary>
    public required Worth? Worth { get; init; }

    /// <summary>Last local day on which the answer holds; null where no date ends it.</summary>
    public required LocalDate? HoldsUntil { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<Place>(row =>
    {
        row.ToTable("agreements_places");
        row.HasKey(p => new { p.Agreement, p.Person });
        row.HasIndex(p => new { p.Organisation, p.Person, p.SubjectKind });
    });
}
