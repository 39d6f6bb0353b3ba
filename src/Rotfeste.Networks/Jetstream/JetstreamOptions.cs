using Rotfeste.Networks.Bluesky.Ids;

namespace Rotfeste.Networks.Jetstream;

/// <summary>Which stream to read and how stubbornly.</summary>
public sealed record JetstreamOptions
{
    /// <summary>The hosts that the Bluesky company runs for everyone.</summary>
    public static IReadOnlyList<Uri> PublicHosts { get; } =
    [
        new("wss://jetstream2.us-east.bsky.network"),
        new("wss://jetstream1.us-east.bsky.network"),
        new("wss://jetstream2.us-west.bsky.network"),
        new("wss://jetstream1.us-west.bsky.network"),
    ];

    /// <summary>
    /// Tried in turn; "wss://host" or "ws://127.0.0.1:6008" for the first wire, "wss://host/xrpc/network.bsky.jetstream.subscribeEvents" for
    /// the second. At least one.
    /// </summary>
    public required IReadOnlyList<Uri> Hosts { get; init; }

    /// <summary>Collections wanted; account and identity events always come.</summary>
    public IReadOnlyList<string> Collections { get; init; } = [AtUri.PostCollection];

    /// <summary>Only these accounts; empty for all.</summary>
    public IReadOnlyList<Did> Accounts { get; init; } = [];

    /// <summary>How far before what is stored each connection begins: hosts' clocks differ.</summary>
    public TimeSpan Rewind { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>First event this much later than what is stored: events are missing. Raise it for a quiet network of one's own.</summary>
    public TimeSpan GapThreshold { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Wait before the second try; doubles up to <see cref="LongestPause"/>, each made shorter by chance by up to a half.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait between tries.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A connection that lived so long makes the next wait short again.</summary>
    public TimeSpan StableAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest wait for a connection.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Without an event for so long the stream counts as broken; null for never.</summary>
    public TimeSpan? SilenceLimit { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Largest frame taken, in bytes; larger ones are dropped and counted.</summary>
    public int LargestFrame { get; init; } = 1024 * 1024;

    internal Uri Address(Uri host, long? cursor)
    {
        var query = (SecondWire.IsSpokenAt(host) ? SecondWire.Query(this) : FirstQuery()).Append($"maxMessageSizeBytes={LargestFrame}");
        if (cursor is { } from) query = query.Append($"cursor={from}");
        return new UriBuilder(host)
        {
            Path = host.AbsolutePath is "/" ? "/subscribe" : host.AbsolutePath,
            Query = string.Join('&', query),
        }.Uri;
    }

    private IEnumerable<string> FirstQuery() => Collections.Select(c => $"wantedCollections={Uri.EscapeDataString(c)}")
        .Concat(Accounts.Select(a => $"wantedDids={Uri.EscapeDataString(a.Value)}"));
}
