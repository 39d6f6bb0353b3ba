using NodaTime;
using Rotfeste.Platform.Callers;

namespace Rotfeste.People.Passkeys;

/// <summary>A person's passkey: the public half, and what the authenticator said of itself.</summary>
internal sealed class Passkey
{
    public const int LongestName = 60;

    /// <summary>Credential id in lower-case hex.</summary>
    public required string Id { get; init; }

    public required PersonId Person { get; init; }

    public required byte[] PublicKey { get; init; }

    public required string? Name { get; set; }

    public required Instant CreatedAt { get; init; }

    /// <summary>Grows with each use where the authenticator counts; a step back betrays a copy.</summary>
    public required long SignCount { get; set; }

    /// <summary>Space-separated: "internal hybrid".</summary>
    public required string Transports { get; init; }

    public required bool IsUserVerified { get; set; }

    public required bool IsBackupEligible { get; init; }

    public required bool IsBackedUp { get; set; }

    public required byte[] AttestationObject { get; init; }

    public required byte[] ClientDataJson { get; init; }
}
