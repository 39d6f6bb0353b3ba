using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rotfeste.Tests.Networks.Jetstream;

namespace Rotfeste.Tests.Listening.Streams;

/// <summary>A small server on loopback that speaks Jetstream frames, by either wire: keeps what was said, and replays it from a cursor.</summary>
public sealed class LoopbackJetstream : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly List<(long Us, string Frame)> said = [];
    private readonly List<Channel<string>> clients = [];
    private readonly List<long?> cursors = [];
    private CancellationTokenSource connections = new();
    private long lastUs = NowUs;

    private LoopbackJetstream(WebApplication app) => this.app = app;

    private static long NowUs => 1_000 * DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    public Uri Address { get; private set; } = null!;

    /// <summary>The same stream by the second wire.</summary>
    public Uri SecondAddress => new(Address, SecondFrames.Path);

    /// <summary>Nothing older is replayed.</summary>
    public long OldestUs { get; set; }

    /// <summary>What each connection asked for.</summary>
    public IReadOnlyList<long?> Cursors
    {
        get
        {
            lock (gate)
                return [.. cursors];
        }
    }

    public static async Task<LoopbackJetstream> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var server = new LoopbackJetstream(builder.Build());
        server.app.UseWebSockets();
        server.app.Run(server.ServeAsync);
        await server.app.StartAsync();
        var http = new Uri(server.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        server.Address = new UriBuilder(http) { Scheme = "ws" }.Uri;
        return server;
    }

    /// <summary>A new time, later than all before: the clock's where it has moved on, as at a real server.</summary>
    public long NextUs()
    {
        lock (gate)
            return lastUs = Math.Max(lastUs + 1_000, NowUs);
    }

    /// <summary>Sends a frame as it is, and keeps it under a time.</summary>
    public void Send(string frame, long us)
    {
        lock (gate)
        {
            said.Add((us, frame));
            foreach (var client in clients)
                client.Writer.TryWrite(frame);
        }
    }

    public string Post(string did, string key, string text, object? more = null, string operation = "create", DateTimeOffset? createdAt = null)
    {
        var us = NextUs();
        var record = new Dictionary<string, object?>
        {
            ["$type"] = "app.bsky.feed.post",
            ["createdAt"] = (createdAt ?? DateTimeOffset.UnixEpoch.AddMicroseconds(us)).ToString("yyyy-MM-ddTHH:mm:ss.fffZ"),
            ["langs"] = new[] { "nb" },
            ["text"] = text,
        };
        foreach (var property in more is null ? [] : JsonSerializer.SerializeToElement(more).EnumerateObject())
            record[property.Name] = property.Value;
        Commit(did, us, new { rev = "3k", operation, collection = "app.bsky.feed.post", rkey = key, record, cid = Cid });
        return $"at://{did}/app.bsky.feed.post/{key}";
    }

    public void Delete(string did, string key) =>
        Commit(did, NextUs(), new { rev = "3k", operation = "delete", collection = "app.bsky.feed.post", rkey = key });

    public void Account(string did, string status)
    {
        var us = NextUs();
        Send(JsonSerializer.Serialize(new { did, time_us = us, kind = "account", account = new { active = false, did, seq = 1, status } }), us);
    }

    /// <summary>A content id of the right shape.</summary>
    public const string Cid = "bafyreiguce4jh7kcbmof3pmcvasifqtw24b6isakj5ve5ga2b4z4alpc4i";

    /// <summary>Breaks all connections.</summary>
    public async Task DropAsync()
    {
        var broken = Interlocked.Exchange(ref connections, new CancellationTokenSource());
        await broken.CancelAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await DropAsync();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private void Commit(string did, long us, object commit) =>
        Send(JsonSerializer.Serialize(new { did, time_us = us, kind = "commit", commit }), us);

    private async Task ServeAsync(HttpContext http)
    {
        var isSecond = http.Request.Path == SecondFrames.Path;
        using var socket = await http.WebSockets.AcceptWebSocketAsync(isSecond ? http.WebSockets.WebSocketRequestedProtocols.Single() : null);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(connections.Token, http.RequestAborted);
        var mine = Begin(long.TryParse(http.Request.Query["cursor"], out var asked) ? asked : null);
        try
        {
            await foreach (var frame in mine.Reader.ReadAllAsync(ending.Token))
                await socket.SendAsync(Encoding.UTF8.GetBytes(isSecond ? SecondFrames.Of(frame) : frame), WebSocketMessageType.Text, true, ending.Token);
        }
        catch (Exception ended) when (ended is OperationCanceledException or WebSocketException or IOException)
        {
            socket.Abort();
        }
        finally
        {
            lock (gate)
                clients.Remove(mine);
        }
    }

    private Channel<string> Begin(long? cursor)
    {
        var mine = Channel.CreateUnbounded<string>();
        lock (gate)
        {
            cursors.Add(cursor);
            foreach (var (us, frame) in said.Where(s => cursor is { } from && s.Us >= Math.Max(from, OldestUs)).ToList())
                mine.Writer.TryWrite(frame);
            clients.Add(mine);
        }

        return mine;
    }
}
