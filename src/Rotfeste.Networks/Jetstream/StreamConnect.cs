using System.Net.WebSockets;

namespace Rotfeste.Networks.Jetstream;

/// <summary>Opens a WebSocket. Throws WebSocketException or HttpRequestException when it cannot: the reader turns those into a state.</summary>
public delegate Task<WebSocket> StreamConnect(Uri address, CancellationToken cancel);

/// <summary>Ways to open a WebSocket.</summary>
public static class StreamConnections
{
    /// <summary>Through a handler from outside, which decides which addresses may be reached.</summary>
    /// <param name="invoker">Null for a plain connection. Not disposed here.</param>
    /// <param name="userAgent">Sent when connecting.</param>
    public static StreamConnect Through(HttpMessageInvoker? invoker, string userAgent = "Rotfeste") => async (address, cancel) =>
    {
        var socket = new ClientWebSocket();
        try
        {
            socket.Options.SetRequestHeader("User-Agent", userAgent);
            if (SecondWire.IsSpokenAt(address)) socket.Options.AddSubProtocol(SecondWire.Protocol);
            socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(20);
            socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(20);
            await socket.ConnectAsync(address, invoker, cancel).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    };
}
