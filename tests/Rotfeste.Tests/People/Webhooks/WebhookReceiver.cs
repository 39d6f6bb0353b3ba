using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Rotfeste.Tests.People.Webhooks;

/// <summary>Takes webhooks in on loopback, and answers as the test says.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private WebhookReceiver(WebApplication app) => this.app = app;

    public ConcurrentQueue<JsonElement> Taken { get; } = new();

    /// <summary>Status of every answer; what is not 2xx is not taken.</summary>
    public int Status { get; set; } = 200;

    public string? RetryAfter { get; set; }

    public int Asked { get; private set; }

    public string Address => $"{app.Urls.First()}/services/T0/B0/secret";

    public static async Task<WebhookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new WebhookReceiver(builder.Build());
        receiver.app.MapPost("/services/T0/B0/secret", receiver.TakeAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        Asked++;
        http.Response.StatusCode = Status;
        if (RetryAfter is not null)
            http.Response.Headers.RetryAfter = RetryAfter;
        var json = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
        if (Status is >= 200 and < 300)
            Taken.Enqueue(json);
    }
}
