using System.Net.WebSockets;
using System.Text;
using Rotfeste.Networks.Jetstream;

namespace Rotfeste.Tests.Networks.Jetstream;

/// <summary>A WebSocket that says what the test wrote, in pieces as small as asked, and then ends as asked.</summary>
internal sealed class ScriptedStream(IEnumerable<string> frames, ScriptedEnd end, int pieceSize = int.MaxValue) : WebSocket
{
    private readonly Queue<byte[]> _frames = new(frames.Select(Encoding.UTF8.GetBytes));
    private int _at;

    public override WebSocketCloseStatus? CloseStatus => null;

    public override string? CloseStatusDescription => null;

    public override WebSocketState State => WebSocketState.Open;

    public override string? SubProtocol => null;

    public override async ValueTask<ValueWebSocketReceiveResult> ReceiveAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (!_frames.TryPeek(out var frame)) return await End(cancellationToken);
        buffer.Length.ShouldBeGreaterThan(0);
        var count = Math.Min(Math.Min(buffer.Length, pieceSize), frame.Length - _at);
        frame.AsSpan(_at, count).CopyTo(buffer.Span);
        _at += count;
        var whole = _at == frame.Length;
        if (whole) (_at, _) = (0, _frames.Dequeue());
        return new(count, WebSocketMessageType.Text, whole);
    }

    public override Task<WebSocketReceiveResult> ReceiveAsync(ArraySegment<byte> buffer, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override Task SendAsync(ArraySegment<byte> buffer, WebSocketMessageType messageType, bool endOfMessage, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override Task CloseAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) => Task.CompletedTask;

    public override Task CloseOutputAsync(WebSocketCloseStatus closeStatus, string? statusDescription, CancellationToken cancellationToken) => Task.CompletedTask;

    public override void Abort()
    {
    }

    public override void Dispose()
    {
    }

    private async ValueTask<ValueWebSocketReceiveResult> End(CancellationToken cancel)
    {
        if (end == ScriptedEnd.Silence) await Task.Delay(Timeout.Infinite, cancel);
        if (end == ScriptedEnd.Break) throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely);
        return new(0, WebSocketMessageType.Close, true);
    }
}

public enum ScriptedEnd
{
    Close,
    Break,
    Silence,
}

/// <summary>Remembers what it was told, and stops the reading when it has enough.</summary>
internal sealed class Listener(Func<Listener, bool> enough) : IStreamListener
{
    private readonly CancellationTokenSource _stop = new(TimeSpan.FromSeconds(20));

    public List<string> Texts { get; } = [];

    public List<StreamKind> Kinds { get; } = [];

    public List<StreamState> States { get; } = [];

    public long? Stored { get; set; }

    public CancellationToken Stop => _stop.Token;

    public ValueTask<long?> StoredUpTo(CancellationToken cancel) => ValueTask.FromResult(Stored);

    public ValueTask Take(StreamEvent streamEvent, CancellationToken cancel)
    {
        Kinds.Add(streamEvent.Kind);
        if (streamEvent.Post is { } post) Texts.Add(post.Text);
        if (streamEvent.TimeUs > 0) Stored = streamEvent.TimeUs;
        return Look();
    }

    public ValueTask Tell(StreamState state, CancellationToken cancel)
    {
        States.Add(state);
        return Look();
    }

    private ValueTask Look()
    {
        if (enough(this)) _stop.Cancel();
        return ValueTask.CompletedTask;
    }
}
