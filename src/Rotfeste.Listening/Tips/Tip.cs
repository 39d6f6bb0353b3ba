using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Tips;

/// <summary>A colleague said "look at this".</summary>
internal sealed class Tip : IBelongToOrganisation
{
    public const int LongestWhy = 500;

    public required Guid Id { get; init; }

    public required OrganisationId Organisation { get; init; }

    public required MentionId Mention { get; init; }

    public required PersonId Person { get; init; }

    /// <summary>A word on why, or "".</summary>
    public required string Why { get; set; }

    public required Instant At { get; init; }
}
