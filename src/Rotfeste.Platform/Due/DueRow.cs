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

    /// <summary>What the clock said when it was planned; null for a row from before that was kept.</summary>
    public Instant? PlannedAt { get; set; }

    public Instant? LeasedUntil { get; set; }

    public int Tries { get; set; }

    /// <summary>A named value, or the kind of what was thrown; never a message text.</summary>
    public string? LastReason { get; set; }

    /// <summary>Set after too many tries that threw; shown, and run again when a person says so.</summary>
    public Instant? ParkedAt { get; set; }

    /// <summary>Waits from now.</summary>
    public void Plan(Instant at, Instant now) => (RunAt, PlannedAt) = (at, now);

    /// <summary>The clock was ahead when this was planned: it waits as long as was meant, not until that clock's time comes.</summary>
    public void FollowClock(Instant now)
    {
        if (PlannedAt is { } planned && planned > now)
            Plan(RunAt - (planned - now), now);
    }
}
