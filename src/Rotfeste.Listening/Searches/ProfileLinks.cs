namespace Rotfeste.Listening.Searches;

/// <summary>Which account's page an address leads to, by the habits of the networks.</summary>
internal static class ProfileLinks
{
    private static readonly (string Host, string Folder)[] Folders =
        [("bsky.app", "profile"), ("linkedin.com", "in"), ("reddit.com", "user"), ("reddit.com", "u"), ("", "users")];

    // Here everything that stands first is an account.
    private static readonly string[] Networks =
        ["x.com", "twitter.com", "facebook.com", "instagram.com", "threads.net", "threads.com", "tiktok.com", "t.me", "github.com", "linktr.ee"];

    /// <summary>The account, without @; null where the address, a host and a path, is no such page.</summary>
    public static string? AccountIn(string address)
    {
        var parts = address.Split('/');
        var (host, first, second) = (parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "");
        if (first.StartsWith('@') && first.Length > 1)
            return first[1..];
        if (second.Length > 0 && Array.Exists(Folders, f => IsAt(host, f.Host) && first.Equals(f.Folder, StringComparison.OrdinalIgnoreCase)))
            return second.TrimStart('@');
        return first.Length > 0 && Array.Exists(Networks, network => IsAt(host, network)) ? first : null;
    }

    private static bool IsAt(string host, string network) =>
        network.Length == 0 || host == network || host.EndsWith("." + network, StringComparison.Ordinal);
}
