using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Shielding;

/// <summary>
/// An account that a colleague keeps to themselves, as a hash with the organisation's own key: enough to know it when it comes by, and
/// nothing to read it from.
/// </summary>
internal sealed class PrivateAccount : IBelongToOrganisation
{
    /// <summary>For each person; more is a mistake.</summary>
    public const int Most = 20;

    public required Guid Id { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>Of the handle as typed.</summary>
    public required string HandleKey { get; init; }

    /// <summary>Of the lasting id at the network, or null until it is known.</summary>
    public string? AccountKey { get; set; }

    public required Instant AddedAt { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<PrivateAccount>(row =>
    {
        row.ToTable("listening_private_accounts");
        row.Property(a => a.Id).ValueGeneratedNever();
        row.HasIndex(a => new { a.Organisation, a.Person, a.HandleKey }).IsUnique();
    });
}
