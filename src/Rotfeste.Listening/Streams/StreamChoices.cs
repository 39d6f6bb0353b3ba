using Microsoft.Extensions.Configuration;
using Rotfeste.Networks.Jetstream;

namespace Rotfeste.Listening.Streams;

/// <summary>How stubbornly the stream is read. ROTFESTE_STREAM_GAP: seconds after which missing events are a gap (120).</summary>
internal sealed class StreamChoices(IConfiguration configuration)
{
    private const string PublicHosts = ".bsky.network";

    public JetstreamOptions Options(IReadOnlyList<Uri> hosts) => new()
    {
        Hosts = hosts,
        GapThreshold = TimeSpan.FromSeconds(configuration.GetValue("ROTFESTE_STREAM_GAP", 120)),

        // The public stream is never silent; a network of one's own may be.
        SilenceLimit = hosts.All(h => h.Host.EndsWith(PublicHosts, StringComparison.OrdinalIgnoreCase)) ? TimeSpan.FromMinutes(1) : null,
        LongestPause = TimeSpan.FromSeconds(30),
    };
}
