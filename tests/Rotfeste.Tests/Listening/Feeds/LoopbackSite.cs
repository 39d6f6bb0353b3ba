using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Rotfeste.Tests.Listening.Feeds;

/// <summary>A web site on loopback that answers as it is told.</summary>
internal sealed class LoopbackSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> pages = new(StringComparer.Ordinal);

    private LoopbackSite(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    public static async Task<LoopbackSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var site = new LoopbackSite(builder.Build());
        site.app.Run(http => site.pages.TryGetValue(http.Request.Path, out var page) ? page(http) : NotThere(http));
        await site.app.StartAsync();
        return site;
    }

    public Uri At(string path) => new(Address, path);

    public void Set(string path, Func<HttpContext, Task> page) => pages[path] = page;

    public void Set(string path, string body, string contentType = "application/rss+xml") => pages[path] = http =>
    {
        http.Response.ContentType = contentType;
        return http.Response.WriteAsync(body);
    };

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static Task NotThere(HttpContext http)
    {
        http.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
