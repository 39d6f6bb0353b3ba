using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Mentions;

/// <summary>A post that one or more searches found, once for each organisation.</summary>
internal sealed class Mention : IBelongToOrganisation
{
    public required MentionId Id { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required PostId Post { get; init; }

    /// <summary>The network's time; what the list is ordered by.</summary>
    public required Instant At { get; init; }

    /// <summary>When it came here.</summary>
    public required Instant FoundAt { get; init; }

    /// <summary>Somebody said it is not for us.</summary>
    public Instant? DismissedAt { get; private set; }

    public PersonId? DismissedBy { get; private set; }

    /// <summary>Taken into dialogue.</summary>
    public Instant? TakenAt { get; private set; }

    public void Dismiss(PersonId by, Instant now) => (DismissedBy, DismissedAt) = (by, now);

    public void Restore() => (DismissedBy, DismissedAt) = (null, null);

    public void MarkTaken(Instant now) => TakenAt ??= now;
}

/// <summary>Which search found a mention.</summary>
internal sealed class Hit : IBelongToOrganisation
{
    public required MentionId Mention { get; init; }

    public required SearchId Search { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required Instant At { get; init; }
}
