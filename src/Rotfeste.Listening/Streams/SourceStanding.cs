using NodaTime;
using Rotfeste.Networks.Jetstream;

namespace Rotfeste.Listening.Streams;

/// <summary>How the open stream stands.</summary>
public enum SourceState
{
    /// <summary>No stream is set up on this installation.</summary>
    Off,

    /// <summary>Nobody listens for anything yet.</summary>
    NotWanted,

    /// <summary>Being opened.</summary>
    Connecting,

    /// <summary>Open.</summary>
    Live,

    /// <summary>The database takes nothing: what comes waits.</summary>
    NotStoring,

    /// <summary>Broken; opened again by itself.</summary>
    Broken,
}

/// <summary>The open stream as a screen shows it.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Since">Since when.</param>
/// <param name="Host">The host, or null.</param>
/// <param name="LastEvent">The network's time of the last event, or null.</param>
/// <param name="Seen">Events since the start.</param>
/// <param name="Unknown">Events of kinds that are not known here.</param>
/// <param name="Malformed">Frames that were no events.</param>
/// <param name="Unwritable">Finds that no database took.</param>
public sealed record SourceView(
    SourceState State, Instant Since, string? Host, Instant? LastEvent, long Seen, long Unknown, long Malformed, long Unwritable);

/// <summary>How the stream stands now, in memory: it begins anew with each start.</summary>
internal sealed class SourceStanding(IClock clock)
{
    private readonly Lock gate = new();
    private SourceState state = SourceState.NotWanted;
    private Instant since = clock.GetCurrentInstant();
    private Instant? notStoringSince;
    private string? host;
    private long seen;
    private long unknown;
    private long malformed;
    private long unwritable;
    private long lastUs;

    /// <summary>A look at it.</summary>
    public SourceView Now
    {
        get
        {
            var us = Volatile.Read(ref lastUs);
            lock (gate)
            {
                var (shown, from) = notStoringSince is { } stopped ? (SourceState.NotStoring, stopped) : (state, since);
                return new(
                    shown, from, host, us == 0 ? null : Instant.FromUnixTimeTicks(us * 10), Volatile.Read(ref seen),
                    Volatile.Read(ref unknown), Volatile.Read(ref malformed), Volatile.Read(ref unwritable));
            }
        }
    }

    public void Become(SourceState now, string? at = null, Instant? from = null)
    {
        lock (gate)
        {
            if (state != now)
                since = from ?? clock.GetCurrentInstant();
            state = now;
            host = at;
        }
    }

    /// <summary>By the one reader alone.</summary>
    public void Count(StreamEvent e)
    {
        Volatile.Write(ref seen, seen + 1);
        if (e.Kind == StreamKind.Malformed)
        {
            Volatile.Write(ref malformed, malformed + 1);
            return;
        }

        if (e.Kind == StreamKind.Unknown || (e.IsPost && e.Operation == CommitOperation.Unknown))
            Volatile.Write(ref unknown, unknown + 1);
        Volatile.Write(ref lastUs, e.TimeUs);
    }

    /// <summary>By the one writer alone: whether the database takes what is found.</summary>
    public void MayStore(bool may)
    {
        lock (gate)
            notStoringSince = may ? null : notStoringSince ?? clock.GetCurrentInstant();
    }

    public void CountUnwritable() => Interlocked.Increment(ref unwritable);
}
