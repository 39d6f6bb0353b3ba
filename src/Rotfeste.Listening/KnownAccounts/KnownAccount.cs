using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.KnownAccounts;

/// <summary>What an account stands for. There is no word for a private person.</summary>
public enum KnownAccountKind
{
    /// <summary>An organisation, a company, an association.</summary>
    Organisation,

    /// <summary>A newsroom; never one of its journalists.</summary>
    Media,

    /// <summary>A public office: a ministry, a council, a mayor's office.</summary>
    PublicOffice,
}

/// <summary>An account of somebody else that searches may name, because an owner said what it is and why.</summary>
internal sealed class KnownAccount : IBelongToOrganisation
{
    public const int LongestReason = 300;

    public required Guid Id { get; init; }

    public required OrganisationId Organisation { get; init; }

    /// <summary>In small letters, without @.</summary>
    public required string Handle { get; init; }

    /// <summary>Its lasting id at the network, or null where nobody could be asked.</summary>
    public required string? Account { get; init; }

    public required KnownAccountKind Kind { get; init; }

    public required string Reason { get; init; }

    public required PersonId EnteredBy { get; init; }

    public required Instant EnteredAt { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<KnownAccount>(row =>
    {
        row.ToTable("listening_known_accounts");
        row.Property(a => a.Id).ValueGeneratedNever();
        row.HasIndex(a => new { a.Organisation, a.Handle }).IsUnique();
    });
}
