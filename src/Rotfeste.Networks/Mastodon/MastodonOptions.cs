namespace Rotfeste.Networks.Mastodon;

/// <summary>How a <see cref="MastodonClient"/> behaves.</summary>
public sealed record MastodonOptions
{
    /// <summary>Sent with every call: some servers answer 418 to callers without a name.</summary>
    public string UserAgent { get; init; } = "Rotfeste";

    /// <summary>Longest wait for a whole answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Largest answer read, in bytes.</summary>
    public int LargestAnswer { get; init; } = 8 * 1024 * 1024;
}
