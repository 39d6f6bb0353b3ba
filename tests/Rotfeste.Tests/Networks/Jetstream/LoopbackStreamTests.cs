using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebSockets;
using Microsoft.Extensions.Logging;
using Rotfeste.Networks.Jetstream;

namespace Rotfeste.Tests.Networks.Jetstream;

public sealed class LoopbackStreamTests
{
    [Fact]
    public async Task A_true_websocket_is_read_and_one_that_refuses_is_passed_over()
    {
        await using var server = await Start(async socket =>
        {
            await socket.SendAsync(Frames.Bytes(Frames.Post("hei 😀")), WebSocketMessageType.Text, true, default);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default);
        });
        var address = new UriBuilder(server.Urls.Single()) { Scheme = "ws" }.Uri;
        var options = new JetstreamOptions { Hosts = [new(address, "/nothing-here"), address], FirstPause = TimeSpan.FromMilliseconds(1) };
        var listener = new Listener(l => l.States.OfType<StreamReconnecting>().Count() == 2);
        await new JetstreamReader(options, StreamConnections.Through(null)).Run(listener, listener.Stop);
        listener.Texts.ShouldBe(["hei 😀"]);
        listener.States.OfType<StreamReconnecting>().Select(r => r.Reason).ShouldBe([StreamBreak.Refused, StreamBreak.Closed]);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_unreachable()
    {
        var options = new JetstreamOptions { Hosts = [new("ws://127.0.0.1:1")], FirstPause = TimeSpan.FromMilliseconds(1) };
        var listener = new Listener(l => l.States.OfType<StreamReconnecting>().Any());
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        await new JetstreamReader(options, StreamConnections.Through(invoker)).Run(listener, listener.Stop);
        listener.States.OfType<StreamReconnecting>().First().Reason.ShouldBe(StreamBreak.Unreachable);
    }

    private static async Task<WebApplication> Start(Func<WebSocket, Task> talk)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.UseWebSockets();
        app.Map("/subscribe", async (HttpContext http) => await talk(await http.WebSockets.AcceptWebSocketAsync()));
        await app.StartAsync();
        return app;
    }
}
