using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Rotfeste.Tests.Networks.Reference;

namespace Rotfeste.Tests.Networks.Mastodon;

/// <summary>
/// A server that speaks as Mastodon does (snac2) on loopback, started once for all tests of the collection and gone afterwards. Its
/// accounts stay from test to test, so take names from <see cref="NewName"/>. It lacks streaming, the newer description and Idempotency-Key.
/// </summary>
public sealed class MastodonServer : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private static int _names;

    private Launcher? _launcher;
    private HttpClient? _control;
    private MastodonAddresses? _at;

    public static bool Installed => Launcher.Folder is not null && Environment.GetEnvironmentVariable("ROTFESTE_SNAC") is not null;

    public MastodonAddresses At => _at ?? throw new InvalidOperationException(MastodonFactAttribute.Reason);

    /// <summary>Stands before the server and can be told to misbehave; <see cref="MastodonAddresses.Server"/> leads through it.</summary>
    public ProxyControl Proxy => new(AskAsync);

    public static string NewName(string name) => $"{name}{Interlocked.Increment(ref _names)}";

    public async ValueTask InitializeAsync()
    {
        if (!Installed)
        {
            return;
        }

        (_launcher, var line) = await Launcher.Start("mastodon.mjs");
        _at = JsonSerializer.Deserialize<MastodonAddresses>(line, Json)!;
        _control = new HttpClient { BaseAddress = new Uri(_at.Control), Timeout = TimeSpan.FromSeconds(60) };
    }

    public async ValueTask DisposeAsync()
    {
        _control?.Dispose();
        if (_launcher is not null)
        {
            await _launcher.DisposeAsync();
        }
    }

    public Task<MastodonAccount> CreateAccountAsync(string name, string displayName) =>
        AskAsync<MastodonAccount>(HttpMethod.Post, "accounts", new { name, displayName });

    public Task<MastodonStatus> SayAsync(string by, string text, string? replyTo = null, string visibility = "public", string? warning = null, string? pictureOf = null) =>
        SayAsync(by, text, replyTo, visibility, warning, pictureOf is null ? null : new { by, alt = pictureOf });

    public Task DeleteAsync(string by, string uri) => AskAsync(HttpMethod.Delete, $"statuses?by={by}&uri={Uri.EscapeDataString(uri)}", null);

    /// <summary>Answers under a status, as the server holds them and that account sees them.</summary>
    public Task<IReadOnlyList<MastodonStatus>> RepliesAsync(string id, string seenBy) =>
        AskAsync<IReadOnlyList<MastodonStatus>>(HttpMethod.Get, $"replies?id={id}&as={seenBy}");

    /// <summary>Takes back the leave that the account gave to the product.</summary>
    public Task RevokeAsync(string name) => AskAsync(HttpMethod.Post, "revocations", new { name });

    /// <summary>Stops the server itself, not only the way to it.</summary>
    public Task StopAsync() => AskAsync(HttpMethod.Post, "stop", null);

    public Task StartAsync() => AskAsync(HttpMethod.Post, "start", null);

    private async Task<MastodonStatus> SayAsync(string by, string text, string? replyTo, string visibility, string? warning, object? picture)
    {
        string[]? media = picture is null ? null : [(await AskAsync(HttpMethod.Post, "media", picture)).GetProperty("id").GetString()!];
        return await AskAsync<MastodonStatus>(HttpMethod.Post, "statuses", new { by, text, replyTo, visibility, warning, media });
    }

    private async Task<JsonElement> AskAsync(HttpMethod method, string path, object? body)
    {
        var control = _control ?? throw new InvalidOperationException(MastodonFactAttribute.Reason);
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: Json);
        using var response = await control.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Json, TestContext.Current.CancellationToken);
        return response.IsSuccessStatusCode ? answer : throw new ControlRefusedException($"{method} {path}: {answer.GetRawText()}");
    }

    private async Task<T> AskAsync<T>(HttpMethod method, string path, object? body = null) => (await AskAsync(method, path, body)).Deserialize<T>(Json)!;
}

/// <summary><c>Server</c> is the address that accounts have, through the proxy; <c>Direct</c> goes past it.</summary>
public sealed record MastodonAddresses(string Server, string Direct, string Control);

public sealed record MastodonAccount(string Name, string Password, string Handle, string Url, string Token);

public sealed record MastodonStatus(string Id, string Uri, string Content, string Visibility, [property: JsonPropertyName("spoiler_text")] string Warning,
    [property: JsonPropertyName("media_attachments")] IReadOnlyList<MastodonPicture> Pictures);

public sealed record MastodonPicture(string Description);

[CollectionDefinition]
public sealed class MastodonCollection : ICollectionFixture<MastodonServer>;
