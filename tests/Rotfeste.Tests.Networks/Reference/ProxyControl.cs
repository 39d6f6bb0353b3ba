using System.Text.Json;

namespace Rotfeste.Tests.Networks.Reference;

/// <summary>Faults on the way to the data server, and the count of what really came by.</summary>
public sealed class ProxyControl(Func<HttpMethod, string, object?, Task<JsonElement>> ask)
{
    /// <summary>Refuses connections until started again.</summary>
    public Task Stop() => ask(HttpMethod.Post, "proxy/stop", null);

    public Task Start() => ask(HttpMethod.Post, "proxy/start", null);

    /// <summary>Faults are met in the order in which they were added; one that is used up is passed over.</summary>
    public Task Add(Fault fault) => ask(HttpMethod.Post, "proxy/faults", fault);

    /// <summary>No faults, no requests remembered, and started: as at the beginning.</summary>
    public async Task Reset()
    {
        await ask(HttpMethod.Delete, "proxy/faults", null);
        await ask(HttpMethod.Delete, "proxy/requests", null);
        await Start();
    }

    /// <summary>What came by since the last reset, oldest first; with a part of the path, only those.</summary>
    public async Task<IReadOnlyList<SeenRequest>> Requests(string path = "") =>
        (await ask(HttpMethod.Get, $"proxy/requests?path={Uri.EscapeDataString(path)}", null))
        .Deserialize<IReadOnlyList<SeenRequest>>(JsonSerializerOptions.Web)!;
}

/// <summary><c>PassedOn</c>: the data server answered it, with <c>Status</c>. <c>BodyHash</c> is SHA-256 in hexadecimal.</summary>
public sealed record SeenRequest(
    DateTimeOffset At, string Method, string Path, string? Fault, bool PassedOn, int? Status, string BodyHash, string? Body, string? UserAgent);

/// <summary>Meets requests whose path contains <c>Path</c> (all when null), so many times (always when null).</summary>
public sealed record Fault(string Kind)
{
    public string? Path { get; init; }
    public string? Method { get; init; }
    public int? Times { get; init; }
    public int? Status { get; init; }
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>A string goes out as it is, anything else as JSON.</summary>
    public object? Body { get; init; }
    public int? Milliseconds { get; init; }

    /// <summary>Answers by itself; the data server never hears of it.</summary>
    public static Fault Answer(int status, object? body = null) => new("answer") { Status = status, Body = body };

    /// <summary>An error in the protocol's own form, such as 400 ExpiredToken.</summary>
    public static Fault Error(int status, string error, string message = "Told to say so.") => Answer(status, new { error, message });

    public static Fault Html(int status = 200) => Answer(status, "<!doctype html><title>Under maintenance</title>") with
    {
        Headers = new Dictionary<string, string> { ["content-type"] = "text/html" },
    };

    public static Fault MalformedJson(int status = 200) => Answer(status, "{\"uri\": ") with
    {
        Headers = new Dictionary<string, string> { ["content-type"] = "application/json" },
    };

    /// <summary>Too many requests; with a reset time the headers that the reference server sends, without it none.</summary>
    public static Fault TooMany(DateTimeOffset? reset = null) => Error(429, "RateLimitExceeded") with
    {
        Headers = reset is null ? null : new Dictionary<string, string>
        {
            ["ratelimit-limit"] = "30",
            ["ratelimit-remaining"] = "0",
            ["ratelimit-reset"] = $"{reset.Value.ToUnixTimeSeconds()}",
            ["ratelimit-policy"] = "30;w=300",
        },
    };

    public static Fault Delay(int milliseconds) => new("delay") { Milliseconds = milliseconds };

    /// <summary>The connection breaks before anything reached the data server: surely not done.</summary>
    public static Fault Break() => new("break");

    /// <summary>The data server does it and the connection breaks before its answer: the outcome is unknown to who asked.</summary>
    public static Fault Swallow() => new("swallow");
}
