using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Rotfeste.Tests.Dialogue.Hooks;

/// <summary>A call as it came in.</summary>
internal sealed record HookCall(string Id, string Timestamp, string Signature, byte[] Body, int Answered)
{
    public string Json => System.Text.Encoding.UTF8.GetString(Body);
}

/// <summary>Another system on loopback, which answers as the test says.</summary>
internal sealed class HookReceiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private HookReceiver(WebApplication app) => this.app = app;

    public ConcurrentQueue<HookCall> Calls { get; } = new();

    public int Status { get; set; } = 200;

    public string Address => $"{app.Urls.First()}/in";

    public static async Task<HookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new HookReceiver(builder.Build());
        receiver.app.MapPost("/in", receiver.TakeAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var headers = http.Request.Headers;
        var status = Status;
        Calls.Enqueue(new HookCall($"{headers["webhook-id"]}", $"{headers["webhook-timestamp"]}", $"{headers["webhook-signature"]}", body.ToArray(), status));
        http.Response.StatusCode = status;
    }
}
