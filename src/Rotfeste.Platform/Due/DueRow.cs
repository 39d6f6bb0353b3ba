using NodaTime;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Platform.Due;

/// <summary>A stored job.</summary>
internal sealed class DueRow
{
    public required Guid Id { get; init; }

    public required OrganisationId? Organisation { get; init; }

    public required string Job { get; init; }

    /// <summary>At most one row a job type and key; null when several may wait.</summary>
    public required string? Key { get; init; }

    public required string Json { get; init; }

    public required Instant RunAt { get; set; }

    public Instant? LeasedUntil { get; set; }

    public int Tries { get; set; }

    /// <summary>A named value, or the kind of what was thrown; never a message text.</summary>
    public string? LastReason { get; set; }

    /// <summary>Set after too many tries that threw; shown, and run again when a person says so.</summary>
    public Instant? ParkedAt { get; set; }
}
