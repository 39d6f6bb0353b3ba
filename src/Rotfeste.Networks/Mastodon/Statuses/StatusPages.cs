using System.Text.Json;

namespace Rotfeste.Networks.Mastodon.Statuses;

/// <summary>Statuses, newest first; those that cannot be read are left out and counted.</summary>
/// <param name="Items">At most the page asked for.</param>
/// <param name="Unreadable">How many were left out.</param>
public sealed record StatusPage(IReadOnlyList<Status> Items, int Unreadable)
{
    internal static StatusPage? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array) return null;
        var items = json.EnumerateArray().Select(Status.Read).OfType<Status>().ToList();
        return new(items, json.GetArrayLength() - items.Count);
    }
}

/// <summary>What stands above and below a status.</summary>
/// <param name="Above">Oldest first.</param>
/// <param name="Below">Each reply followed by its own.</param>
public sealed record StatusContext(IReadOnlyList<Status> Above, IReadOnlyList<Status> Below)
{
    private const int Most = 2_000;

    internal static StatusContext? Read(JsonElement json) => json.ValueKind != JsonValueKind.Object ? null : new(
        [.. Json.JsonReading.Items(json, "ancestors").Take(Most).Select(Status.Read).OfType<Status>()],
        [.. Json.JsonReading.Items(json, "descendants").Take(Most).Select(Status.Read).OfType<Status>()]);
}
