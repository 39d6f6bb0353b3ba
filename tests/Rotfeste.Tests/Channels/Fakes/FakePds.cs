using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Rotfeste.Tests.Channels.Fakes;

/// <summary>
/// A Bluesky server on loopback that can be told to misbehave, call by call. It does what the reference server was seen to do;
/// the tests against the reference server itself stand in Rotfeste.Tests.Networks.
/// </summary>
internal sealed class FakePds : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (Trouble Trouble, int Left)> troubles = new();
    private readonly ConcurrentDictionary<string, int> calls = new();
    private readonly FakeAnswers answers;
    private readonly WebApplication app;

    private FakePds(WebApplication app)
    {
        this.app = app;
        answers = new FakeAnswers(Network);
    }

    public FakeNetwork Network { get; } = new();

    public Uri Address { get; private set; } = null!;

    public static async Task<FakePds> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var pds = new FakePds(builder.Build());
        pds.app.Map("/xrpc/{method}", pds.AnswerAsync);
        await pds.app.StartAsync();
        pds.Address = new Uri(pds.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return pds;
    }

    /// <summary>The last part of a method's name ("putRecord") goes wrong so many times from now.</summary>
    public void Fail(string method, Trouble trouble, int times = int.MaxValue) => troubles[method] = (trouble, times);

    public void Mend() => troubles.Clear();

    public int CallsOf(string method) => calls.GetValueOrDefault(method);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var method = ((string)http.Request.RouteValues["method"]!).Split('.')[^1];
        calls.AddOrUpdate(method, 1, (_, n) => n + 1);
        if (TakeTrouble(method) is { } trouble)
            await trouble(http, () => answers.AnswerAsync(http, method));
        else
            await answers.AnswerAsync(http, method);
    }

    private Trouble? TakeTrouble(string method)
    {
        if (!troubles.TryGetValue(method, out var held) || held.Left <= 0)
            return null;
        troubles[method] = (held.Trouble, held.Left - 1);
        return held.Trouble;
    }
}

/// <summary>The true answers.</summary>
internal sealed class FakeAnswers(FakeNetwork network)
{
    public Task AnswerAsync(HttpContext http, string method) => method switch
    {
        "resolveHandle" => ResolveAsync(http),
        "createSession" => SignInAsync(http),
        "refreshSession" => RefreshAsync(http),
        "getRecord" => GetAsync(http),
        _ when Caller(http, refresh: false) is { } did => network.Find(did)?.Closed is { } closed
            ? Troubles.Error(http, 400, closed)
            : AnswerAsync(http, method, did),
        _ => Troubles.Error(http, 400, "ExpiredToken"),
    };

    private Task AnswerAsync(HttpContext http, string method, string did) => method switch
    {
        "getProfile" => ProfileAsync(http),
        "listNotifications" => NotificationsAsync(http, did),
        "getPosts" => PostsAsync(http),
        "getPostThread" => ThreadAsync(http),
        "putRecord" => PutAsync(http, did),
        _ => Troubles.Error(http, 501, "MethodNotImplemented"),
    };

    private Task ResolveAsync(HttpContext http) => network.Find(http.Request.Query["handle"]) is { } account
        ? WriteAsync(http, new JsonObject { ["did"] = account.Did })
        : Troubles.Error(http, 400, "InvalidRequest");

    private async Task SignInAsync(HttpContext http)
    {
        var body = await BodyAsync(http);
        if (network.Find((string?)body["identifier"]) is { } account && account.Password == (string?)body["password"])
            await WriteAsync(http, SessionOf(account));
        else
            await Troubles.Error(http, 401, "AuthenticationRequired");
    }

    private Task RefreshAsync(HttpContext http)
    {
        if (Caller(http, refresh: true) is not { } did)
            return Troubles.Error(http, 400, "ExpiredToken");
        network.Spend(Token(http)!);
        return WriteAsync(http, SessionOf(network.Find(did)!));
    }

    private Task ProfileAsync(HttpContext http) => network.Find(http.Request.Query["actor"]) is { } account
        ? WriteAsync(http, AuthorOf(account))
        : Troubles.Error(http, 400, "InvalidRequest");

    private Task NotificationsAsync(HttpContext http, string did)
    {
        var from = int.TryParse(http.Request.Query["cursor"], CultureInfo.InvariantCulture, out var cursor) ? cursor : 0;
        var size = Math.Min(network.MostPerPage, int.Parse(http.Request.Query["limit"]!, CultureInfo.InvariantCulture));
        var all = network.ToldTo(did);
        var page = new JsonObject { ["notifications"] = new JsonArray([.. all.Skip(from).Take(size)]) };
        if (all.Count > from + size)
            page["cursor"] = (from + size).ToString(CultureInfo.InvariantCulture);
        return WriteAsync(http, page);
    }

    private Task PostsAsync(HttpContext http) => WriteAsync(http, new JsonObject
    {
        ["posts"] = new JsonArray([.. http.Request.Query["uris"].Select(u => PostOf(u!)).OfType<JsonObject>()]),
    });

    private Task ThreadAsync(HttpContext http) => PostOf(http.Request.Query["uri"]!) is { } post
        ? WriteAsync(http, new JsonObject { ["thread"] = new JsonObject { ["$type"] = "app.bsky.feed.defs#threadViewPost", ["post"] = post, ["replies"] = new JsonArray() } })
        : Troubles.Error(http, 400, "NotFound");

    private Task GetAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var uri = $"at://{query["repo"]}/{query["collection"]}/{query["rkey"]}";
        return network.Get(uri) is { } record
            ? WriteAsync(http, new JsonObject { ["uri"] = uri, ["cid"] = FakeNetwork.CidOf(record), ["value"] = record.DeepClone() })
            : Troubles.Error(http, 400, "RecordNotFound");
    }

    private async Task PutAsync(HttpContext http, string did)
    {
        var body = await BodyAsync(http);
        var (uri, record) = ($"at://{did}/{body["collection"]}/{body["rkey"]}", (JsonObject)body["record"]!.DeepClone());
        if (((string?)record["text"])?.Length > 300)
            await Troubles.Error(http, 400, "InvalidRequest");
        else if (network.Put(uri, record) is { } cid)
            await WriteAsync(http, new JsonObject { ["uri"] = uri, ["cid"] = cid });
        else
            await Troubles.Error(http, 400, "InvalidSwap");
    }

    private JsonObject? PostOf(string uri) => network.Get(uri) is { } record && network.Find(uri.Split('/')[2]) is { } author
        ? new JsonObject
        {
            ["uri"] = uri,
            ["cid"] = FakeNetwork.CidOf(record),
            ["author"] = AuthorOf(author),
            ["record"] = record.DeepClone(),
            ["indexedAt"] = (string?)record["createdAt"],
            ["likeCount"] = 3,
        }
        : null;

    private static JsonObject AuthorOf(FakeAccount account) =>
        new() { ["did"] = account.Did, ["handle"] = account.Handle, ["displayName"] = account.Name };

    private JsonObject SessionOf(FakeAccount account)
    {
        var (access, refresh) = network.NewTokens(account.Did);
        var session = new JsonObject { ["did"] = account.Did, ["handle"] = account.Handle, ["accessJwt"] = access, ["refreshJwt"] = refresh };
        session["active"] = account.Closed is null;
        return session;
    }

    private string? Caller(HttpContext http, bool refresh) => network.DidOf(Token(http), refresh);

    private static string? Token(HttpContext http) => http.Request.Headers.Authorization.ToString() is { Length: > 7 } header ? header[7..] : null;

    private static async Task<JsonObject> BodyAsync(HttpContext http) => (JsonObject)(await JsonNode.ParseAsync(http.Request.Body))!;

    private static Task WriteAsync(HttpContext http, JsonObject body)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body.ToJsonString());
    }
}
