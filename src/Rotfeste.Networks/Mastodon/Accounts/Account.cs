using System.Text.Json;
using Rotfeste.Networks.Json;

namespace Rotfeste.Networks.Mastodon.Accounts;

/// <summary>An account as a server shows it. Names are the account's own words: hostile until encoded.</summary>
/// <param name="Id">The server's own id for it: says nothing at another server.</param>
/// <param name="Acct">Its handle as this server writes it: without a domain for its own accounts.</param>
/// <param name="Url">Its profile page: the same at every server, so this names it.</param>
/// <param name="DisplayName">The name it gives itself, or null when none.</param>
/// <param name="Avatar">Its picture, or null.</param>
public sealed record Account(string Id, string Acct, Uri Url, string? DisplayName, Uri? Avatar)
{
    private const int LongestHandle = 400;

    /// <summary>The handle with its domain, without @: "kari@mastodon.example".</summary>
    /// <param name="domain">Of the server that was asked.</param>
    public string HandleAt(string domain) => Acct.Contains('@', StringComparison.Ordinal) ? Acct : $"{Acct}@{domain}";

    internal static Account? Read(JsonElement json)
    {
        if (json.Text("id") is not { Length: > 0 and <= 100 } id || json.Web("url") is not { } url) return null;
        if (json.Text("acct") is not { Length: > 0 and <= LongestHandle } acct || !IsHandle(acct)) return null;
        var name = json.Text("display_name");
        return new(id, acct, url, string.IsNullOrWhiteSpace(name) ? null : name, json.Web("avatar_static") ?? json.Web("avatar"));
    }

    internal static bool IsHandle(string acct) => acct.All(c => char.IsLetterOrDigit(c) || c is '_' or '.' or '-' or '@' or ':' or '[' or ']');
}
