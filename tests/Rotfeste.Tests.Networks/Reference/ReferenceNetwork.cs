using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Rotfeste.Tests.Networks.Reference;

/// <summary>
/// A whole Bluesky network on loopback, started once for all tests of the collection and gone afterwards.
/// Its accounts and posts stay from test to test, so take handles from <see cref="NewHandle"/>.
/// </summary>
public sealed partial class ReferenceNetwork : IAsyncLifetime
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private static int _handles;

    private Launcher? _launcher;
    private HttpClient? _control;
    private NetworkAddresses? _at;

    public static bool Installed => Launcher.Folder is not null;

    public NetworkAddresses At => _at ?? throw new InvalidOperationException(NetworkFactAttribute.Reason);

    /// <summary>The data server's stand-in that can be told to misbehave: give the product this address.</summary>
    public ProxyControl Proxy => new(Ask);

    /// <summary>Number 1 or 2; both tell the same, each with a clock of its own.</summary>
    public JetstreamControl Jetstream(int number) => new(number, Ask);

    /// <summary>A handle that nobody has yet, as <c>kari-7.test</c>.</summary>
    public static string NewHandle(string name) => $"{name}-{Interlocked.Increment(ref _handles)}.test";

    public async ValueTask InitializeAsync()
    {
        if (!Installed)
        {
            return;
        }

        (_launcher, var line) = await Launcher.Start("start.mjs");
        _at = JsonSerializer.Deserialize<NetworkAddresses>(line, Json)!;
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

    /// <summary>Stops the data server itself, not only the way to it. The stream and the AppView wait for it to come back.</summary>
    public Task StopDataServer() => Ask(HttpMethod.Post, "pds/stop");

    /// <summary>Starts it again on the same address with everything it had.</summary>
    public Task StartDataServer() => Ask(HttpMethod.Post, "pds/start");

    /// <summary>Returns when everything that was written so far can be seen through the AppView.</summary>
    public Task Settle() => Ask(HttpMethod.Post, "settled");

    /// <exception cref="ControlRefusedException">The network said no; the message is its own.</exception>
    private async Task<JsonElement> Ask(HttpMethod method, string path, object? body = null)
    {
        var control = _control ?? throw new InvalidOperationException(NetworkFactAttribute.Reason);
        using var request = new HttpRequestMessage(method, path);
        request.Content = body switch
        {
            null => null,
            string text => new StringContent(text),
            _ => JsonContent.Create(body, body.GetType(), options: Json),
        };
        using var response = await control.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Json, TestContext.Current.CancellationToken);
        return response.IsSuccessStatusCode ? answer : throw new ControlRefusedException($"{method} {path}: {answer.GetRawText()}");
    }

    private async Task<T> Ask<T>(HttpMethod method, string path, object? body = null) =>
        (await Ask(method, path, body)).Deserialize<T>(Json)!;
}

public sealed class ControlRefusedException(string message) : Exception(message);

/// <summary>Every address is on loopback. <c>Proxy</c> leads to <c>Pds</c>; <c>Jetstreams</c> are whole addresses with <c>/subscribe</c>.</summary>
public sealed record NetworkAddresses(
    string Pds, string Proxy, string Appview, string Plc, IReadOnlyList<string> Jetstreams, string Control, MailAddress Smtp, PostgresAddress Postgres);

public sealed record MailAddress(string Host, int Port);

/// <summary><c>Connection</c> is a connection string for Npgsql, to the empty database <c>postgres</c>, with all rights.</summary>
public sealed record PostgresAddress(string Host, int Port, string User, string Connection);

[CollectionDefinition]
public sealed class ReferenceNetworkCollection : ICollectionFixture<ReferenceNetwork>;
