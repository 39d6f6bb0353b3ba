namespace Rotfeste.Networks;

/// <summary>The kinds of failure a call to another server can meet. Names are stable: they may be stored.</summary>
public enum FailureKind
{
    /// <summary>The handle or the password was not accepted, or the server wants a second factor.</summary>
    SignInRefused,

    /// <summary>The access token ran out: refresh and call again.</summary>
    TokenExpired,

    /// <summary>The token is not, or no longer, accepted: a person must sign in again.</summary>
    TokenRevoked,

    /// <summary>The account is taken down, suspended or deactivated at its server; <see cref="Failure.Code"/> says which.</summary>
    AccountClosed,

    /// <summary>What was asked for is not there.</summary>
    NotFound,

    /// <summary>The record key is taken by other content than what was sent.</summary>
    InvalidSwap,

    /// <summary>The server understood and said no; <see cref="Failure.Code"/> says why in the protocol's word.</summary>
    Refused,

    /// <summary>Too many calls; <see cref="Failure.Until"/> is always set.</summary>
    RateLimited,

    /// <summary>The server failed (status 500 to 599).</summary>
    ServerError,

    /// <summary>An answer that is not the protocol: HTML, broken JSON, or JSON of another shape.</summary>
    NotJson,

    /// <summary>The answer was larger than the cap.</summary>
    TooLarge,

    /// <summary>No connection (name, route, TLS), or it broke.</summary>
    Unreachable,

    /// <summary>No whole answer in time.</summary>
    TimedOut,
}

/// <summary>Why a call failed. Holds no token, no text and no wording of the server's, so it may be stored and logged.</summary>
/// <param name="Kind">The kind to act on.</param>
/// <param name="Status">HTTP status, or null when there was none.</param>
/// <param name="Code">The protocol's error name ("InvalidRequest"), at most 64 letters, digits, dots and hyphens; else null.</param>
/// <param name="Until">UTC; not before then. Set when rate-limited, and when a failing server named a time.</param>
/// <param name="MayHaveHappened">True for a write whose outcome is unknown: look, or repeat it byte for byte.</param>
public sealed record Failure(
    FailureKind Kind,
    int? Status = null,
    string? Code = null,
    DateTimeOffset? Until = null,
    bool MayHaveHappened = false);
