namespace Rotfeste.Networks.Jetstream;

/// <summary>How the connection to a stream stands.</summary>
/// <param name="Host">The host it concerns.</param>
public abstract record StreamState(Uri Host);

/// <summary>Trying to connect.</summary>
public sealed record StreamConnecting(Uri Host) : StreamState(Host);

/// <summary>Connected.</summary>
/// <param name="Host">The host.</param>
/// <param name="Since">UTC.</param>
public sealed record StreamLive(Uri Host, DateTimeOffset Since) : StreamState(Host);

/// <summary>Not connected; will try the next host.</summary>
/// <param name="Host">The host that failed.</param>
/// <param name="Since">UTC: when the stream was last live, or when the first try failed.</param>
/// <param name="Reason">Why.</param>
/// <param name="NextTry">UTC.</param>
public sealed record StreamReconnecting(Uri Host, DateTimeOffset Since, StreamBreak Reason, DateTimeOffset NextTry) : StreamState(Host);

/// <summary>Events between two times are missing: the host does not look back so far. Told once, after <see cref="StreamLive"/>.</summary>
/// <param name="Host">The host.</param>
/// <param name="From">UTC: what was asked for.</param>
/// <param name="To">UTC: the first event that came.</param>
public sealed record StreamGap(Uri Host, DateTimeOffset From, DateTimeOffset To) : StreamState(Host);

/// <summary>Why a stream broke.</summary>
public enum StreamBreak
{
    /// <summary>No connection: name, route or TLS.</summary>
    Unreachable,

    /// <summary>The host answered, but not with a stream.</summary>
    Refused,

    /// <summary>The host took too long to answer.</summary>
    TimedOut,

    /// <summary>The host closed the stream in good order.</summary>
    Closed,

    /// <summary>The stream broke off.</summary>
    Broken,

    /// <summary>Nothing came for too long.</summary>
    Silent,

    /// <summary>The host let go of us because we read too slowly for too long.</summary>
    TooSlow,
}
