using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Rotfeste.Tests.Channels.Fakes;

/// <summary>
/// A Mastodon server on loopback with what the real one of the tests lacks: a stream, edits, PKCE that is checked, Idempotency-Key. It can
/// be told to misbehave. Tests against a real server stand in Rotfeste.Tests.Networks.
/// </summary>
internal sealed class FakeMastodon : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, string> codes = new();
    private readonly ConcurrentDictionary<string, string> tokens = new();
    private readonly ConcurrentDictionary<string, JsonObject> statuses = new();
    private readonly ConcurrentDictionary<string, string> keys = new();
    private readonly List<JsonObject> told = [];
    private readonly Channel<string> events = System.Threading.Channels.Channel.CreateUnbounded<string>();
    private readonly WebApplication app;
    private int number = 100;

    private FakeMastodon(WebApplication app) => this.app = app;

    public Uri Address { get; private set; } = null!;

    /// <summary>Who signs in next.</summary>
    public string Name { get; set; } = "fjordvik";

    /// <summary>How the next posts go wrong: "lost" does it and breaks off, "broken" breaks off at once, "revoked" does it, takes the sign-in back and breaks off.</summary>
    public ConcurrentQueue<string> Troubles { get; } = new();

    /// <summary>It does not remember Idempotency-Key.</summary>
    public bool Forgets { get; set; }

    public IReadOnlyList<JsonObject> Posted => [.. statuses.Values.Where(s => (string?)s["account"]!["acct"] == "fjordvik")];

    public static async Task<FakeMastodon> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var fake = new FakeMastodon(builder.Build());
        fake.Map();
        await fake.app.StartAsync();
        fake.Address = new Uri(fake.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return fake;
    }

    /// <summary>Somebody names us, and the stream says so.</summary>
    public string Tell(string text, string visibility = "public", string? parent = null)
    {
        var status = NewStatus("kari", text, visibility, parent);
        lock (told)
            told.Add(new JsonObject { ["id"] = NewId(), ["type"] = "mention", ["created_at"] = Now(), ["account"] = AccountOf("kari"), ["status"] = status.DeepClone() });
        events.Writer.TryWrite("event: notification\ndata: {}\n\n");
        return (string)status["id"]!;
    }

    /// <summary>Somebody says something in public that nobody is told of.</summary>
    public string Say(string text) => (string)NewStatus("kari", text, "public", null)["id"]!;

    public void Edit(string id, string text)
    {
        (statuses[id]["content"], statuses[id]["edited_at"]) = ($"<p>{text}</p>", Now());
        events.Writer.TryWrite($"event: status.update\ndata: {statuses[id].ToJsonString()}\n\n");
    }

    public void Delete(string id)
    {
        statuses.TryRemove(id, out _);
        events.Writer.TryWrite($"event: delete\ndata: {id}\n\n");
    }

    public void Revoke() => tokens.Clear();

    public ValueTask DisposeAsync()
    {
        events.Writer.TryComplete();
        return app.DisposeAsync();
    }

    private void Map()
    {
        app.MapGet("/api/v2/instance", () => Say(new JsonObject
        {
            ["domain"] = Address.Authority, ["version"] = "4.3.0",
            ["configuration"] = new JsonObject { ["statuses"] = new JsonObject { ["max_characters"] = 700, ["characters_reserved_per_url"] = 23 } },
        }));
        app.MapPost("/api/v1/apps", () => Say(new JsonObject { ["client_id"] = "id", ["client_secret"] = "secret" }));
        app.MapGet("/oauth/authorize", (HttpRequest request) =>
        {
            var code = NewId();
            codes[code] = $"{request.Query["code_challenge"]}";
            return Results.Redirect($"{request.Query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString($"{request.Query["state"]}")}");
        });
        app.MapPost("/oauth/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            var proof = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes($"{form["code_verifier"]}")));
            if (!codes.TryRemove($"{form["code"]}", out var challenge) || challenge != proof)
                return Say(new JsonObject { ["error"] = "invalid_grant" }, 400);
            var token = $"token-{NewId()}";
            tokens[token] = Name;
            return Say(new JsonObject { ["access_token"] = token });
        });
        MapOwn("/api/v1/accounts/verify_credentials", (name, _) => AccountOf(name));
        MapOwn("/api/v1/notifications", (_, request) => Page(request));
        MapOwn("/api/v1/accounts/{id}/statuses", (_, request) => new JsonArray([.. statuses.Values
            .Where(s => (string?)s["account"]!["id"] == (string?)request.RouteValues["id"]).OrderByDescending(s => (string)s["id"]!, StringComparer.Ordinal).Select(s => s.DeepClone())]));
        MapOwn("/api/v1/timelines/public", (_, request) => new JsonArray([.. statuses.Values
            .Where(s => string.CompareOrdinal((string)s["id"]!, request.Query["min_id"]) > 0).OrderByDescending(s => (string)s["id"]!).Select(s => s.DeepClone())]));
        MapOwn("/api/v1/statuses/{id}", (_, request) => statuses.GetValueOrDefault((string)request.RouteValues["id"]!)?.DeepClone());
        MapOwn("/api/v1/statuses/{id}/context", (_, request) => new JsonObject
        {
            ["ancestors"] = new JsonArray(),
            ["descendants"] = new JsonArray([.. statuses.Values.Where(s => (string?)s["in_reply_to_id"] == (string?)request.RouteValues["id"]).Select(s => s.DeepClone())]),
        });
        app.MapPost("/api/v1/statuses", PostAsync);
        app.MapGet("/api/v1/streaming/user", StreamAsync);
    }

    private void MapOwn(string path, Func<string, HttpRequest, JsonNode?> answer) => app.MapGet(path, (HttpRequest request) =>
        Caller(request) is not { } name ? Say(new JsonObject { ["error"] = "no" }, 401) : answer(name, request) is { } found ? Say(found) : Say(new JsonObject(), 404));

    private JsonArray Page(HttpRequest request)
    {
        var (above, below) = ($"{request.Query["min_id"]}", $"{request.Query["max_id"]}");
        lock (told)
        {
            var wanted = told.Where(n => (above.Length == 0 || string.CompareOrdinal((string)n["id"]!, above) > 0) && (below.Length == 0 || string.CompareOrdinal((string)n["id"]!, below) < 0));
            return new JsonArray([.. wanted.OrderBy(n => (string)n["id"]!, StringComparer.Ordinal).Take(40).Reverse().Select(n => n.DeepClone())]);
        }
    }

    private async Task<IResult> PostAsync(HttpContext http)
    {
        if (Caller(http.Request) is not { } name)
            return Say(new JsonObject { ["error"] = "no" }, 401);
        var body = (JsonObject)(await JsonNode.ParseAsync(http.Request.Body))!;
        var key = $"{http.Request.Headers["Idempotency-Key"]}";
        var trouble = Troubles.TryDequeue(out var next) ? next : "";
        if (trouble == "broken")
            http.Abort();
        if (trouble == "broken")
            return Results.Empty;

        var id = Forgets || !keys.TryGetValue(key, out var known)
            ? (string)NewStatus(name, (string)body["status"]!, (string)body["visibility"]!, (string?)body["in_reply_to_id"], (string?)body["spoiler_text"], (string?)body["language"])["id"]!
            : known;
        keys[key] = id;
        if (trouble == "revoked")
            Revoke();
        if (trouble is "lost" or "revoked")
            http.Abort();
        return Say(statuses[id].DeepClone());
    }

    private async Task StreamAsync(HttpContext http)
    {
        if (Caller(http.Request) is null)
        {
            http.Response.StatusCode = 401;
            return;
        }

        http.Response.ContentType = "text/event-stream";
        await http.Response.WriteAsync(":)\n\n");
        await http.Response.Body.FlushAsync();
        await foreach (var said in events.Reader.ReadAllAsync(http.RequestAborted))
        {
            await http.Response.WriteAsync(said);
            await http.Response.Body.FlushAsync();
        }
    }

    private JsonObject NewStatus(string by, string text, string visibility, string? parent, string? warning = null, string? language = "nb")
    {
        var id = NewId();
        return statuses[id] = new JsonObject
        {
            ["id"] = id, ["uri"] = $"{Address}{by}/{id}", ["url"] = $"{Address}@{by}/{id}", ["created_at"] = Now(), ["content"] = $"<p>{text.Replace("\n", "<br>", StringComparison.Ordinal)}</p>",
            ["visibility"] = visibility, ["spoiler_text"] = warning ?? "", ["language"] = language, ["in_reply_to_id"] = parent, ["account"] = AccountOf(by),
        };
    }

    private JsonObject AccountOf(string name) =>
        new() { ["id"] = $"account-{name}", ["acct"] = name, ["url"] = $"{Address}@{name}", ["display_name"] = $"{name} her" };

    private string? Caller(HttpRequest request) => $"{request.Headers.Authorization}" is { Length: > 7 } header ? tokens.GetValueOrDefault(header[7..]) : null;

    private string NewId() => $"{Interlocked.Increment(ref number):D8}";

    private static string Now() => DateTimeOffset.UtcNow.ToString("O");

    private static IResult Say(JsonNode body, int status = 200) => Results.Text(body.ToJsonString(), "application/json", Encoding.UTF8, status);
}
