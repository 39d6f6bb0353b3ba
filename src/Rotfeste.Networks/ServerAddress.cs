using System.Diagnostics.CodeAnalysis;

namespace Rotfeste.Networks;

/// <summary>Reads the server address that a person typed.</summary>
public static class ServerAddress
{
    /// <summary>
    /// "bsky.social", "https://pds.example/" or "http://localhost:2583" to a bare address; https unless the person wrote http.
    /// Paths, questions, user names and other schemes are refused. Whether the address may be called is the HTTP client's matter.
    /// </summary>
    public static bool TryParse(string? typed, [NotNullWhen(true)] out Uri? server)
    {
        server = null;
        var text = typed?.Trim() ?? "";
        if (text.Length is 0 or > 500) return false;
        if (!text.Contains("://", StringComparison.Ordinal)) text = "https://" + text;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri)) return false;
        if (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp) return false;
        if (uri.UserInfo.Length > 0 || uri.PathAndQuery != "/" || uri.Fragment.Length > 0 || uri.IdnHost.Length == 0) return false;

        // The IDN form of an IPv6 address has lost its brackets.
        var host = uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        server = new Uri($"{uri.Scheme}://{host}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}/");
        return true;
    }
}
