namespace Rotfeste.Networks.Jetstream;

/// <summary>The one who reads a stream. Calls come one at a time. What it throws ends the reading: that is a bug or a full stop, not a network fault.</summary>
public interface IStreamListener
{
    /// <summary>Asked before each connection: the <see cref="StreamEvent.TimeUs"/> up to which everything is safely stored; null to begin with what comes now.</summary>
    ValueTask<long?> StoredUpTo(CancellationToken cancel);

    /// <summary>
    /// An event, at least once, malformed and unknown ones too. Its memory is given back when the returned task ends: copy what is kept.
    /// The next event waits for it.
    /// </summary>
    ValueTask Take(StreamEvent streamEvent, CancellationToken cancel);

    /// <summary>The connection changed.</summary>
    ValueTask Tell(StreamState state, CancellationToken cancel);
}
