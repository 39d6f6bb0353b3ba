using System.Net.WebSockets;

namespace Rotfeste.Networks.Jetstream;

/// <summary>
/// Reads a Jetstream stream, by either of its wires, for as long as it is let: connects, hands on events, and when a host fails goes on at the next one,
/// a little before what is stored. Events come at least once. Source: github.com/bluesky-social/jetstream.
/// </summary>
/// <param name="options">Which stream.</param>
/// <param name="connect">Opens a WebSocket; see <see cref="StreamConnections"/>.</param>
/// <param name="clock">Null for the system's.</param>
public sealed class JetstreamReader(JetstreamOptions options, StreamConnect connect, TimeProvider? clock = null)
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private long _dropped;
    private int _failures;

    /// <summary>Frames dropped for their size since the reader was made.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Runs until cancelled, then returns. Throws only what the listener throws.</summary>
    public async Task Run(IStreamListener listener, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfZero(options.Hosts.Count, nameof(options));
        DateTimeOffset? brokenSince = null;
        try
        {
            for (var turn = 0; !cancel.IsCancellationRequested; turn++)
            {
                var host = options.Hosts[turn % options.Hosts.Count];
                var (reason, wasLive) = await ReadOnce(host, listener, cancel).ConfigureAwait(false);
                var now = _clock.GetUtcNow();
                brokenSince = wasLive ? now : brokenSince ?? now;
                var pause = NextPause();
                await listener.Tell(new StreamReconnecting(host, brokenSince.Value, reason, now + pause), cancel).ConfigureAwait(false);
                await Task.Delay(pause, _clock, cancel).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Being told to stop is the ordinary end.
        }
    }

    private async Task<(StreamBreak Reason, bool WasLive)> ReadOnce(Uri host, IStreamListener listener, CancellationToken cancel)
    {
        await listener.Tell(new StreamConnecting(host), cancel).ConfigureAwait(false);
        var stored = await listener.StoredUpTo(cancel).ConfigureAwait(false);
        var asked = stored is { } upTo ? Math.Max(1, upTo - (long)options.Rewind.TotalMicroseconds) : (long?)null;
        var (socket, refusal) = await Connect(options.Address(host, asked), cancel).ConfigureAwait(false);
        if (socket is null) return (refusal, false);
        using (socket)
        {
            var since = _clock.GetUtcNow();
            await listener.Tell(new StreamLive(host, since), cancel).ConfigureAwait(false);
            var reason = await ReadAll(host, socket, stored, listener, cancel).ConfigureAwait(false);
            if (_clock.GetUtcNow() - since >= options.StableAfter) _failures = 0;
            return (reason, true);
        }
    }

    private async Task<(WebSocket? Socket, StreamBreak Refusal)> Connect(Uri address, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(options.ConnectTimeout, _clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            return (await connect(address, both.Token).ConfigureAwait(false), default);
        }
        catch (Exception fault) when (StreamFaults.IsOutside(fault) && !cancel.IsCancellationRequested)
        {
            return (null, limit.IsCancellationRequested ? StreamBreak.TimedOut : StreamFaults.WhenConnecting(fault));
        }
    }

    private async Task<StreamBreak> ReadAll(Uri host, WebSocket socket, long? stored, IStreamListener listener, CancellationToken cancel)
    {
        using var frames = new FrameSource(socket, options.LargestFrame);
        var wire = SecondWire.IsSpokenAt(host) ? new SecondWire() : null;
        var (first, isOutdated) = (true, false);
        while (true)
        {
            var dropped = frames.Dropped;
            var (frame, reason) = await NextFrame(frames, cancel).ConfigureAwait(false);
            Interlocked.Add(ref _dropped, frames.Dropped - dropped);
            if (frame is not { } bytes) return reason;
            var (kind, told) = wire?.Read(bytes) ?? (SecondFrame.Event, bytes);
            if (kind is SecondFrame.TooSlow or SecondFrame.Ended) return kind == SecondFrame.TooSlow ? StreamBreak.TooSlow : StreamBreak.Broken;
            isOutdated |= kind == SecondFrame.Outdated;
            if (kind != SecondFrame.Event) continue;
            var streamEvent = StreamEvent.Read(told);
            if (first && streamEvent.TimeUs > 0)
            {
                first = false;
                if (Gap(host, stored, streamEvent, isOutdated) is { } gap) await listener.Tell(gap, cancel).ConfigureAwait(false);
            }

            await listener.Take(streamEvent, cancel).ConfigureAwait(false);
        }
    }

    private async ValueTask<(ReadOnlyMemory<byte>? Frame, StreamBreak Reason)> NextFrame(FrameSource frames, CancellationToken cancel)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        if (options.SilenceLimit is { } limit) silence.CancelAfter(limit);
        try
        {
            return (await frames.Next(silence.Token).ConfigureAwait(false), StreamBreak.Closed);
        }
        catch (Exception fault) when (StreamFaults.IsOutside(fault) && !cancel.IsCancellationRequested)
        {
            return (null, silence.IsCancellationRequested ? StreamBreak.Silent : StreamBreak.Broken);
        }
    }

    // A host begins at its oldest event when asked for an older one, by the first wire silently, so what comes is held against what was stored.
    private StreamGap? Gap(Uri host, long? stored, StreamEvent first, bool isOutdated)
    {
        if (stored is not { } upTo || first.TimeUs <= upTo) return null;
        if (!isOutdated && first.TimeUs - upTo <= (long)options.GapThreshold.TotalMicroseconds) return null;
        return new(host, DateTimeOffset.UnixEpoch.AddTicks(upTo * TimeSpan.TicksPerMicrosecond), first.Time);
    }

    private TimeSpan NextPause()
    {
        var longest = Math.Min(options.FirstPause.TotalMilliseconds * Math.Pow(2, Math.Min(_failures++, 30)), options.LongestPause.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(longest * (0.5 + (Random.Shared.NextDouble() / 2)));
    }
}
