using System.Text.Json;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Bluesky.Notifications;

/// <summary>A page of notifications.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Unreadable">The JSON of entries that could not be read: keep and count them.</param>
/// <param name="Cursor">Asks for the next, older page; null at the end.</param>
public sealed record NotificationPage(IReadOnlyList<Notification> Items, IReadOnlyList<string> Unreadable, string? Cursor)
{
    internal static NotificationPage? Read(JsonElement json)
    {
        if (json.At("notifications").ValueKind != JsonValueKind.Array) return null;
        var items = new List<Notification>();
        var unreadable = new List<string>();
        foreach (var item in json.Items("notifications"))
        {
            if (Notification.Read(item) is { } read) items.Add(read);
            else unreadable.Add(item.GetRawText());
        }

        return new(items, unreadable, json.Text("cursor"));
    }
}
