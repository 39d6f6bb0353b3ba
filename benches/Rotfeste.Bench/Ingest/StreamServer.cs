using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Rotfeste.Bench.Ingest;

/// <summary>A Jetstream server on loopback that hands each listener's socket to the run. Cursors are not honoured: one connection is the run.</summary>
internal sealed class StreamServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TaskCompletionSource<WebSocket> listener = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource ending = new();
    private int connections;

    private StreamServer(WebApplication app) => this.app = app;

    /// <summary>"ws://127.0.0.1:40123".</summary>
    public string Address => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
        .Replace("http", "ws", StringComparison.Ordinal);

    public int Connections => Volatile.Read(ref connections);

    public static async Task<StreamServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var server = new StreamServer(builder.Build());
        server.app.UseWebSockets();
        server.app.MapGet("/subscribe", server.TakeAsync);
        await server.app.StartAsync();
        return server;
    }

    public Task<WebSocket> ListenerAsync() => listener.Task.WaitAsync(TimeSpan.FromSeconds(60));

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await app.DisposeAsync();
        ending.Dispose();
    }

    private async Task TakeAsync(HttpContext context)
    {
        Interlocked.Increment(ref connections);
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        listener.TrySetResult(socket);
        var nothing = new byte[256];
        try
        {
            // Reading is what answers pings.
            while (socket.State == WebSocketState.Open)
                await socket.ReceiveAsync(nothing.AsMemory(), ending.Token);
        }
        catch (Exception end) when (end is WebSocketException or OperationCanceledException)
        {
            // The listener is gone, or the run is over.
        }
    }
}
