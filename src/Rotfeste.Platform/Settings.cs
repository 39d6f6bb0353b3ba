using System.Net;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Rotfeste.Platform;

/// <summary>What the installation is told from outside; each is an environment variable ROTFESTE_… or a start option.</summary>
/// <param name="DataFolder">ROTFESTE_DATA: database, blobs and keys.</param>
/// <param name="Database">ROTFESTE_DATABASE: a PostgreSQL connection string; null is SQLite in the data folder.</param>
/// <param name="Address">ROTFESTE_URL: the one base address, for mail, redirects and passkeys.</param>
/// <param name="Streams">ROTFESTE_STREAMS: hosts of the open stream, in order of preference; empty when off.</param>
/// <param name="OpenedHosts">ROTFESTE_OPEN_HOSTS: "host" or "host:port" that outgoing HTTP may reach though private.</param>
/// <param name="Proxies">ROTFESTE_PROXIES: addresses whose forwarded headers are believed.</param>
/// <param name="Smtp">ROTFESTE_SMTP: smtp://user:password@host:port, or null.</param>
/// <param name="MailFrom">ROTFESTE_MAIL_FROM.</param>
/// <param name="Key">ROTFESTE_KEY or the content of ROTFESTE_KEY_FILE: wraps the keys; null uses a file in the data folder.</param>
/// <param name="IsExample">Started with --demo.</param>
public sealed record Settings(
    string DataFolder,
    string? Database,
    Uri Address,
    IReadOnlyList<Uri> Streams,
    IReadOnlyList<string> OpenedHosts,
    IReadOnlyList<string> Proxies,
    Uri? Smtp,
    string? MailFrom,
    string? Key,
    bool IsExample)
{
    private static readonly string[] PublicStreams =
    [
        "wss://jetstream1.us-east.bsky.network", "wss://jetstream2.us-east.bsky.network",
        "wss://jetstream1.us-west.bsky.network", "wss://jetstream2.us-west.bsky.network",
    ];

    /// <summary>Reads ROTFESTE_… from the configuration.</summary>
    /// <exception cref="FormatException">A value is not what it should be; the message names it.</exception>
    public static Settings From(IConfiguration configuration)
    {
        string? Get(string name) => configuration[$"ROTFESTE_{name}"] is { Length: > 0 } value ? value : null;
        var example = Get("DEMO") == "true";
        return new Settings(
            Path.GetFullPath(Get("DATA") ?? "data"),
            ToDatabase(Get("DATABASE")),
            ToAddress("URL", Get("URL") ?? "http://localhost:5080"),
            ToStreams(Get("STREAMS") ?? (example ? "off" : null)),
            List(Get("OPEN_HOSTS")),
            ToProxies(Get("PROXIES")),
            Get("SMTP") is { } smtp ? ToAddress("SMTP", smtp) : null,
            Get("MAIL_FROM"),
            Get("KEY") ?? ToKey(Get("KEY_FILE")),
            example);
    }

    private static IReadOnlyList<Uri> ToStreams(string? value) => value switch
    {
        "off" => [],
        null => [.. PublicStreams.Select(s => new Uri(s))],
        _ => [.. List(value).Select(s => ToAddress("STREAMS", s))],
    };

    private static Uri ToAddress(string name, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var address)
            ? address
            : throw new FormatException($"ROTFESTE_{name} is not an address: {value}");

    // The value is not repeated: a password stands in it.
    private static string? ToDatabase(string? value)
    {
        try
        {
            return value is null ? null : new NpgsqlConnectionStringBuilder(value).Host is null
                ? throw new FormatException("ROTFESTE_DATABASE names no host.")
                : value;
        }
        catch (ArgumentException cause)
        {
            throw new FormatException("ROTFESTE_DATABASE is not a connection string such as Host=…;Database=…;Username=…;Password=….", cause);
        }
    }

    private static string[] ToProxies(string? value) => List(value) is var all && Array.Find(all, p => !IPAddress.TryParse(p, out _)) is { } wrong
        ? throw new FormatException($"ROTFESTE_PROXIES takes IP addresses; this is none: {wrong}")
        : all;

    private static string? ToKey(string? file)
    {
        try
        {
            return file is null ? null : File.ReadAllText(file).Trim();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"ROTFESTE_KEY_FILE cannot be read: {file}", cause);
        }
    }

    private static string[] List(string? value) =>
        value?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
