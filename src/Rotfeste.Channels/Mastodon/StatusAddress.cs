using System.Diagnostics.CodeAnalysis;
using Rotfeste.Channels.Contracts;
using Rotfeste.Networks.Mastodon.Statuses;

namespace Rotfeste.Channels.Mastodon;

/// <summary>
/// How a status is named here: the address under which the account's own server gives it. Every word of servers about statuses (what it
/// answers, that it is gone) uses the server's own id, so this name is known at once, whatever is told first.
/// </summary>
internal static class StatusAddress
{
    private const string Path = "/api/v1/statuses/";

    public static string Of(Uri server, string id) => new Uri(server, Path + id).ToString();

    public static bool TryParse(string? address, [NotNullWhen(true)] out Uri? server, [NotNullWhen(true)] out string? id)
    {
        (server, id) = (null, null);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || !uri.AbsolutePath.StartsWith(Path, StringComparison.Ordinal))
            return false;

        var last = uri.AbsolutePath[Path.Length..];
        if (!Status.IsId(last))
            return false;
        (server, id) = (new Uri(uri.GetLeftPart(UriPartial.Authority)), last);
        return true;
    }

    /// <summary>
    /// The status of a page as servers show it: ".../@kari/1", ".../@kari@neighbour.example/1" (under the showing server's own id), or of its
    /// address between servers, ".../users/kari/statuses/1".
    /// </summary>
    public static LinkedPost? Read(string link)
    {
        if (!Uri.TryCreate(link, UriKind.Absolute, out var page) || page.Scheme is not ("https" or "http"))
            return null;
        var server = page.GetLeftPart(UriPartial.Authority);
        var (name, id) = page.AbsolutePath.Trim('/').Split('/') switch
        {
            ["users", var who, "statuses", var number] => ($"@{who}", number),
            ["web" or "deck", ['@', ..] who, var number] => (who, number),
            [['@', ..] who, var number] => (who, number),
            _ => ("", ""),
        };
        if (!Status.IsId(id))
            return null;

        // A neighbour's status has another id at home, where its author is known: this server's own word for it is all that is known here.
        var (isOwn, author) = (!name[1..].Contains('@', StringComparison.Ordinal), $"{server}/{name}");
        return new LinkedPost { Uri = Of(new Uri(server), id), Account = isOwn ? author : null, Page = isOwn ? $"{author}/{id}" : null };
    }
}
