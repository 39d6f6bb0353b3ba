using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Rotfeste.Networks.Json;
using Rotfeste.Networks.Mastodon.Accounts;

namespace Rotfeste.Networks.Mastodon.Statuses;

/// <summary>One notification of an account.</summary>
/// <param name="Id">The server's own id.</param>
/// <param name="Type">The server's word for why ("mention", "favourite" …), kept also when it is new to us.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="Author">Who caused it.</param>
/// <param name="Status">The status it is about, or null.</param>
/// <param name="Raw">The whole notification as JSON; <see cref="TryParse"/> reads it again.</param>
public sealed record Notification(string Id, string Type, DateTimeOffset CreatedAt, Account Author, Status? Status, string Raw)
{
    /// <summary>Somebody names the account, or answers it.</summary>
    public bool IsMention => Type == "mention" && Status is not null;

    /// <summary>Reads what <see cref="Raw"/> held; false when it is no notification.</summary>
    public static bool TryParse(string raw, [NotNullWhen(true)] out Notification? notification)
    {
        notification = null;
        try
        {
            using var json = JsonDocument.Parse(JsonMending.Mend(Encoding.UTF8.GetBytes(raw)), JsonLimits.Reading);
            notification = Read(json.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }

        return notification is not null;
    }

    internal static Notification? Read(JsonElement json)
    {
        if (json.Text("id") is not { Length: > 0 and <= 100 } id || json.Time("created_at") is not { } created) return null;
        if (Account.Read(json.At("account")) is not { } author) return null;
        var type = json.Text("type") ?? "";
        return new(id, type.Length <= 64 ? type : type[..64], created, author, Status.Read(json.At("status")), json.GetRawText());
    }
}

/// <summary>A page of notifications.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Unreadable">The JSON of entries that could not be read: keep and count them.</param>
/// <param name="Newest">Id of the first entry, readable or not; null when the page is empty.</param>
/// <param name="Oldest">Id of the last entry.</param>
public sealed record NotificationPage(IReadOnlyList<Notification> Items, IReadOnlyList<string> Unreadable, string? Newest, string? Oldest)
{
    internal static NotificationPage? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array) return null;
        var (items, unreadable, ids) = (new List<Notification>(), new List<string>(), new List<string>());
        foreach (var entry in json.EnumerateArray())
        {
            if (entry.Text("id") is { Length: > 0 and <= 100 } id) ids.Add(id);
            if (Notification.Read(entry) is { } read) items.Add(read);
            else unreadable.Add(entry.GetRawText());
        }

        return new(items, unreadable, ids.FirstOrDefault(), ids.LastOrDefault());
    }
}
