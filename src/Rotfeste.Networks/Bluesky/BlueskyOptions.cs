namespace Rotfeste.Networks.Bluesky;

/// <summary>How a <see cref="BlueskyClient"/> behaves.</summary>
public sealed record BlueskyOptions
{
    /// <summary>Sent with every call: some servers refuse callers without a name.</summary>
    public string UserAgent { get; init; } = "Rotfeste";

    /// <summary>Longest wait for a whole answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Largest answer read, in bytes.</summary>
    public int LargestAnswer { get; init; } = 8 * 1024 * 1024;
}
