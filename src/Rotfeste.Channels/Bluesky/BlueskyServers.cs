using Rotfeste.Channels.Sessions;
using Rotfeste.Networks.Bluesky;
using Rotfeste.Platform.Http;

namespace Rotfeste.Channels.Bluesky;

/// <summary>Makes clients that reach Bluesky servers through the guard.</summary>
internal sealed class BlueskyServers(GuardedHttp http, ChannelSettings settings)
{
    private readonly BlueskyOptions options = new() { UserAgent = "Rotfeste/1.0", Timeout = settings.Timeout };

    /// <summary>A client for one server; light, made for each use.</summary>
    public BlueskyClient At(Uri server) => At(server, out _);

    /// <summary>A client for one server, and what our guard thought of its address.</summary>
    public BlueskyClient At(Uri server, out OutgoingWatch watch)
    {
        watch = new OutgoingWatch(http.SecretsHandler);
        return new BlueskyClient(new HttpClient(watch, disposeHandler: false), server, options);
    }
}
