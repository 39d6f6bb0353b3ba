using System.Text;
using System.Text.Json;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Networks.Mastodon.Statuses;

namespace Rotfeste.Channels.Mastodon;

/// <summary>
/// A notification as it is stored: what came, and beside it what its server alone knows (its name, and where the thread begins) and the
/// status as it was changed since.
/// </summary>
internal sealed record MastodonEvent(Uri Server, string Domain, string? Root, string Notification, string? Changed)
{
    public string ToJson() => JsonSerializer.Serialize(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["server"] = Server.ToString(),
        ["domain"] = Domain,
        ["root"] = Root,
        ["notification"] = Notification,
        ["changed"] = Changed,
    });

    /// <summary>Null when it is none.</summary>
    public static MastodonEvent? TryParse(string raw)
    {
        try
        {
            using var json = JsonDocument.Parse(Encoding.UTF8.GetBytes(raw));
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object && Uri.TryCreate(Text("server"), UriKind.Absolute, out var server) && Text("notification") is { } notification
                ? new(server, Text("domain") ?? server.Authority, Text("root"), notification, Text("changed"))
                : null;

            string? Text(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The status as it is now, or null.</summary>
    public Status? Status =>
        Changed is { } changed && Networks.Mastodon.Statuses.Status.TryParse(changed, out var status) ? status
        : Networks.Mastodon.Statuses.Notification.TryParse(Notification, out var told) ? told.Status : null;

    public NetworkPost? ToPost() => Status is { } status ? StatusReading.Of(status, Server, Domain, Root) : null;

    /// <summary>The server's time.</summary>
    public static Instant TimeOf(DateTimeOffset time) => Instant.FromDateTimeOffset(time);
}
