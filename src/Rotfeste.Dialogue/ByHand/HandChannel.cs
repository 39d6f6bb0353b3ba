using System.Security.Cryptography;
using System.Text;
using Rotfeste.Channels.Contracts;

namespace Rotfeste.Dialogue.ByHand;

/// <summary>
/// Where everything stands that was said where no account of ours can answer: one channel that Dialogue alone knows, the same in every
/// organisation. No network is asked about it and nothing is sent by it; see docs/decisions/0030-by-hand.md.
/// </summary>
internal static class HandChannel
{
    /// <summary>Put before a place, so that no place is ever taken for a network.</summary>
    private const string Mark = "by-hand:";

    public static ChannelId Id { get; } = ChannelId.From(new Guid("0193b1d0-0000-7000-8000-62792d68616e"));

    /// <summary>«Facebook-gruppa» as a stored post names it.</summary>
    public static string NetworkOf(string place) => Mark + place;

    /// <summary>The place, where a stored post was carried in; else null.</summary>
    public static string? PlaceOf(string network) => network.StartsWith(Mark, StringComparison.Ordinal) ? network[Mark.Length..] : null;

    /// <summary>The lasting address of a page: two who carry in from it come to the same thread.</summary>
    public static string PageUri(Uri page) => Mark + Hash(page.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped));

    /// <summary>The lasting address of words in a thread: the same words of the same person are carried in once.</summary>
    public static string PostUri(string thread, string account, string text) => $"{thread}/{Hash($"{account}\n{text}")}";

    /// <summary>An address that nothing else has.</summary>
    public static string NewUri() => $"{Mark}{Guid.CreateVersion7():N}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
