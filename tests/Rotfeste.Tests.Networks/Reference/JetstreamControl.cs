using System.Text.Json;

namespace Rotfeste.Tests.Networks.Reference;

/// <summary>One of the two Jetstream hosts.</summary>
public sealed class JetstreamControl(int number, Func<HttpMethod, string, object?, Task<JsonElement>> ask)
{
    /// <summary>Breaks all connections and refuses new ones. Events go on being written down.</summary>
    public Task Stop() => Post("stop");

    public Task Start() => Post("start");

    /// <summary>Breaks all connections without a farewell; new ones are welcome at once.</summary>
    public Task Disconnect() => Post("disconnect");

    /// <summary>Keeps only the latest events; cursors older than these are moved up without a word, as the public hosts do.</summary>
    public Task Forget(int keep = 0) => Post("forget", new { keep });

    /// <summary>Writes events (without their time) as if the network had told them, and gives the times they got, in microseconds.</summary>
    public async Task<IReadOnlyList<long>> Write(params object[] events) =>
        (await Post("events", events)).GetProperty("times").Deserialize<IReadOnlyList<long>>()!;

    /// <summary>Sends a frame exactly as it is, JSON or not, to everybody connected now. It is not kept.</summary>
    public Task Inject(string frame) => Post("frames", frame);

    public async Task<JetstreamState> State() =>
        (await ask(HttpMethod.Get, $"jetstreams/{number}", null)).Deserialize<JetstreamState>(JsonSerializerOptions.Web)!;

    private Task<JsonElement> Post(string what, object? body = null) => ask(HttpMethod.Post, $"jetstreams/{number}/{what}", body);
}

/// <summary>Times in microseconds since 1970; null while nothing has been written.</summary>
public sealed record JetstreamState(
    string Url, bool Running, int Events, long? Oldest, long? Newest, IReadOnlyList<JetstreamListener> Clients);

public sealed record JetstreamListener(IReadOnlyList<string> WantedCollections, IReadOnlyList<string> WantedDids, string? Cursor);
