using NodaTime;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Platform.Ledger;

/// <summary>One line of the append-only ledger; its hash covers everything in it and the hash of the line before.</summary>
internal sealed class LedgerEntry
{
    public long Id { get; init; }

    /// <summary>The organisation's chain, or the installation's (<see cref="Installation"/>).</summary>
    public required OrganisationId Chain { get; init; }

    /// <summary>From 1, without gaps within a chain.</summary>
    public long Sequence { get; set; }

    public required Instant At { get; init; }

    public required string Kind { get; init; }

    public required PersonId? By { get; init; }

    /// <summary>Canonical JSON: ids, named values and hashes, never free text.</summary>
    public required string Data { get; init; }

    public string Previous { get; set; } = "";

    public string Hash { get; set; } = "";

    public static OrganisationId Installation => default;
}
