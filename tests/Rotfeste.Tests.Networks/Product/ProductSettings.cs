using System.Globalization;

namespace Rotfeste.Tests.Networks.Product;

/// <summary>What a product is started with. Nothing of the tests' own surroundings reaches it.</summary>
internal sealed record ProductSettings(string DataFolder)
{
    /// <summary>Addresses of the open stream; none is off.</summary>
    public IReadOnlyList<string> Streams { get; init; } = [];

    /// <summary>The longest wait for a network's answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);

    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(0.3);

    public TimeSpan Regret { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The named point at which it ends itself as kill -9 would.</summary>
    public string? KillAt { get; init; }

    /// <summary>A PostgreSQL connection string; null is SQLite in the data folder.</summary>
    public string? Database { get; init; }

    public string? Smtp { get; init; }

    /// <summary>A file with the certificate of whoever else it trusts; the machine's own list when null.</summary>
    public string? Trusts { get; init; }

    /// <summary>Where the names of strangers are asked for; nowhere when null.</summary>
    public string? Appview { get; init; }

    /// <summary>Sets up against the reference servers, with the two hosts of the stream in order.</summary>
    public static ProductSettings On(ReferenceNetwork network, string? folder = null) =>
        new(folder ?? Directory.CreateTempSubdirectory("rotfeste-product-").FullName)
        {
            Streams = [.. network.At.Jetstreams.Select(stream => new Uri(stream).GetLeftPart(UriPartial.Authority))],
            Appview = network.At.Appview,
        };

    /// <summary>Against a Mastodon server alone: no open stream, no view of another network.</summary>
    public static ProductSettings Alone(string? folder = null) => new(folder ?? Directory.CreateTempSubdirectory("rotfeste-product-").FullName);

    public IEnumerable<(string Name, string? Value)> Variables() =>
    [
        ("ROTFESTE_STREAMS", Streams.Count == 0 ? "off" : string.Join(',', Streams)),
        ("ROTFESTE_OPEN_HOSTS", "localhost,127.0.0.1"),
        ("ROTFESTE_POLL_SECONDS", Seconds(Poll)),
        ("ROTFESTE_NETWORK_SECONDS", Seconds(Patience)),
        ("ROTFESTE_TIMELINE_SECONDS", "2"),
        ("ROTFESTE_REGRET_SECONDS", Seconds(Regret)),
        ("ROTFESTE_KILL_AT", KillAt),
        ("ROTFESTE_DATABASE", Database),
        ("ROTFESTE_APPVIEW", Appview ?? "off"),
        ("ROTFESTE_SMTP", Smtp),
        ("SSL_CERT_FILE", Trusts),
        ("ROTFESTE_MAIL_FROM", Smtp is null ? null : "rotfeste@fjordvik.test"),
    ];

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
