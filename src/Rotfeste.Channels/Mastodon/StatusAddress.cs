using System.Diagnostics.CodeAnalysis;
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
}
