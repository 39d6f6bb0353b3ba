using System.Net.WebSockets;
using System.Text.Json;

namespace Rotfeste.Tests.Networks.Reference;

/// <summary>Listens to a Jetstream as plainly as can be, so that the tests of the network do not lean on the product.</summary>
public sealed class StreamListener : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();

    public static async Task<StreamListener> Open(string address, CancellationToken ending)
    {
        var listener = new StreamListener();
        await listener._socket.ConnectAsync(new Uri(address), ending);
        return listener;
    }

    /// <summary>The next event that fits; what comes before it is passed over.</summary>
    /// <exception cref="TimeoutException">None came within ten seconds.</exception>
    public async Task<JsonElement> Next(Func<JsonElement, bool> fits)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var buffer = new byte[1_000_000];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await _socket.ReceiveAsync(buffer.AsMemory(length), patience.Token);
                    length += part.Count;
                }
                while (!part.EndOfMessage);

                var told = JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, length));
                if (fits(told))
                {
                    return told;
                }
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException("No such event came by within ten seconds.");
        }
    }

    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
