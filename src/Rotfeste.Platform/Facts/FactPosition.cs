using NodaTime;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Platform.Facts;

/// <summary>How far a handler has come; moved in the handler's own transaction, so that a repeat does no harm.</summary>
internal sealed class FactPosition
{
    public required string Handler { get; init; }

    public long LastFact { get; set; }
}

/// <summary>
/// A fact that a handler could not take. Later facts of the same organisation wait behind it, in order, until it is
/// taken or parked.
/// </summary>
internal sealed class HeldFact
{
    private const int MostTries = 5;
    private static readonly Duration LongestPause = Pause(MostTries);

    public required string Handler { get; init; }

    public required long Fact { get; init; }

    public required OrganisationId Organisation { get; init; }

    public int Tries { get; set; }

    public Instant RetryAt { get; set; }

    /// <summary>Set after too many failures; shown, and tried again when a person says so.</summary>
    public Instant? ParkedAt { get; set; }

    /// <summary>Kind of the last failure, "InvalidOperationException"; never its text, which may hold words of people.</summary>
    public string? LastError { get; set; }

    /// <summary>Its pause is not over. One that is longer than any pause was planned by a clock that ran ahead.</summary>
    public bool Waits(Instant now) => RetryAt > now && RetryAt <= now + LongestPause;

    public void Fail(string error, Instant now)
    {
        Tries++;
        RetryAt = now + Pause(Tries);
        ParkedAt = Tries >= MostTries ? now : null;
        LastError = error;
    }

    private static Duration Pause(int tries) => Duration.FromSeconds(Math.Pow(2, tries));
}
