using NodaTime;
using Rotfeste.Platform.Callers;

namespace Rotfeste.People.Codes;

/// <summary>What a single-use code opens.</summary>
internal enum CodePurpose
{
    /// <summary>The first organisation's set-up.</summary>
    Setup,

    /// <summary>A session, by mail.</summary>
    SignIn,

    /// <summary>A new password.</summary>
    Reset,

    /// <summary>A session, by a mail that tells of something.</summary>
    Notice,
}

/// <summary>A code that works once. Only its hash is kept.</summary>
internal sealed class SingleUseCode
{
    public required Guid Id { get; init; }

    public required CodePurpose Purpose { get; init; }

    /// <summary>Whom it signs in; null for set-up.</summary>
    public required PersonId? Person { get; init; }

    public required string Hash { get; init; }

    public required Instant ExpiresAt { get; init; }

    public Instant? UsedAt { get; set; }
}
