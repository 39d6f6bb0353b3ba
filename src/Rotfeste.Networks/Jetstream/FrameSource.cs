using System.Buffers;
using System.Net.WebSockets;

namespace Rotfeste.Networks.Jetstream;

/// <summary>Whole frames out of a WebSocket, in one buffer that grows up to the cap and is used again for each.</summary>
internal sealed class FrameSource(WebSocket socket, int largest) : IDisposable
{
    private const int FirstSize = 16 * 1024;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Math.Min(FirstSize, largest));

    /// <summary>Frames over the cap.</summary>
    public long Dropped { get; private set; }

    /// <summary>The next frame, valid until the next call; null when the host closed the stream.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> Next(CancellationToken cancel)
    {
        var (length, tooLarge) = (0, false);
        while (true)
        {
            if (length == _buffer.Length && !tooLarge) tooLarge = !Grow(length);
            var room = tooLarge ? _buffer.AsMemory() : _buffer.AsMemory(length);
            var piece = await socket.ReceiveAsync(room, cancel).ConfigureAwait(false);
            if (piece.MessageType == WebSocketMessageType.Close) return null;
            if (!tooLarge) length += piece.Count;
            if (!piece.EndOfMessage) continue;
            if (!tooLarge && length <= largest) return _buffer.AsMemory(0, length);
            Dropped++;
            (length, tooLarge) = (0, false);
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(Interlocked.Exchange(ref _buffer, []));

    private bool Grow(int length)
    {
        if (length >= largest) return false;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(length * 2, largest));
        _buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
        return true;
    }
}
