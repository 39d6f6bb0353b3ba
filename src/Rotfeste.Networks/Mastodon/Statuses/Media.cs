using System.Text.Json;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Mastodon.Statuses;

/// <summary>An uploaded picture.</summary>
/// <param name="Id">To be named by a status.</param>
/// <param name="IsReady">False while the server works on it: ask again.</param>
public sealed record Media(string Id, bool IsReady)
{
    // Ids of some servers are file names.
    internal static Media? Read(JsonElement json) =>
        json.Text("id") is { Length: > 0 and <= 300 } id ? new(id, json.Web("url") is not null) : null;
}
