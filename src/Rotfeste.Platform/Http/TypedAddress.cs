namespace Rotfeste.Platform.Http;

/// <summary>Reads an address that somebody typed and that we are to call.</summary>
public static class TypedAddress
{
    private const int Longest = 2_000;

    /// <summary>
    /// The address where it is whole, carries no password and is encrypted; without encryption only to hosts that whoever runs the installation
    /// has opened. Null for everything else. The guard asks again at every call.
    /// </summary>
    public static Uri? Read(string typed, Settings settings) =>
        typed.Length <= Longest && Uri.TryCreate(typed, UriKind.Absolute, out var address) && address.UserInfo.Length == 0
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && IsOpened(address, settings)))
            ? address
            : null;

    private static bool IsOpened(Uri address, Settings settings) =>
        settings.OpenedHosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase)
        || settings.OpenedHosts.Contains($"{address.Host}:{address.Port}", StringComparer.OrdinalIgnoreCase);
}
