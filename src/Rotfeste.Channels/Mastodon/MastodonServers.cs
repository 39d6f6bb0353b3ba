using Rotfeste.Channels.Sessions;
using Rotfeste.Networks.Mastodon;
using Rotfeste.Platform.Http;

namespace Rotfeste.Channels.Mastodon;

/// <summary>Makes clients that reach Mastodon servers through the guard.</summary>
internal sealed class MastodonServers(GuardedHttp http, ChannelSettings settings)
{
    private readonly MastodonOptions options = new() { UserAgent = "Rotfeste/1.0", Timeout = settings.Timeout };

    /// <summary>A client for one server; light, made for each use.</summary>
    public MastodonClient At(Uri server) => At(server, out _);

    /// <summary>A client for one server, and what our guard thought of its address.</summary>
    public MastodonClient At(Uri server, out OutgoingWatch watch)
    {
        watch = new OutgoingWatch(http.SecretsHandler);

        // The client keeps the time itself; a stream has no end.
        return new MastodonClient(new HttpClient(watch, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan }, server, options);
    }
}
