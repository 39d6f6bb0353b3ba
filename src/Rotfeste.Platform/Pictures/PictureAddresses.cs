using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Keys;

namespace Rotfeste.Platform.Pictures;

/// <summary>
/// Addresses under which we show pictures from outside, signed by us: nobody can have our server fetch an address that no
/// page of ours has shown. They stay the same from page to page, so that browsers keep the pictures.
/// </summary>
public sealed class PictureAddresses(MasterKey master)
{
    private const int LongestRemote = 2_000;
    private readonly byte[] key = master.KeyFor("remote-pictures");

    /// <summary>Our address for a picture ("/fjordvik/pictures/…"), or null where it is no web address.</summary>
    /// <param name="path">The organisation's root address, "/fjordvik".</param>
    /// <param name="remote">The network's address.</param>
    public string? Of(string path, string? remote)
    {
        if (remote is null || !IsWeb(remote))
            return null;
        return $"{path}/pictures/{SignatureOf(path, remote)}/{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(remote))}";
    }

    /// <summary>The network's address, or null where the signature is not ours.</summary>
    internal string? Read(string path, string signature, string encoded)
    {
        if (encoded.Length > LongestRemote * 4 || !Base64Url.IsValid(encoded))
            return null;
        var remote = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(encoded));
        var isOurs = CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(SignatureOf(path, remote)));
        return isOurs && IsWeb(remote) ? remote : null;
    }

    private static bool IsWeb(string address) => address.Length <= LongestRemote
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    private string SignatureOf(string path, string remote) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{path}\n{remote}")));
}
