using NodaTime;
using Rotfeste.Listening.Sources;

namespace Rotfeste.Listening.Feeds;

/// <summary>What a server said when a feed was asked for.</summary>
/// <param name="Trouble">What is wrong, or none.</param>
/// <param name="Address">Where it was found, after redirects.</param>
internal sealed record FeedAnswer(SourceTrouble Trouble, Uri Address)
{
    /// <summary>Nothing new since last time (304).</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>The body, whole.</summary>
    public byte[] Body { get; init; } = [];

    public string? ContentType { get; init; }

    /// <summary>Every redirect on the way was one for good.</summary>
    public bool HasMoved { get; init; }

    /// <summary>As they came, to be sent back as they are.</summary>
    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>We are asked not to come again before (Retry-After, Cache-Control: max-age).</summary>
    public Duration? NotBefore { get; init; }
}
