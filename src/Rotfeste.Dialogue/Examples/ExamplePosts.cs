using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Rotfeste.Channels.Contracts;

namespace Rotfeste.Dialogue.Examples;

/// <summary>Makes the posts of the example: the same words give the same addresses.</summary>
internal static class ExamplePosts
{
    public static NetworkPost Of(string name, string text, Instant at, NetworkPost? root, NetworkPost? parent, int? likes)
    {
        var handle = ExampleConversation.HandleOf(name);
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\n{text}")))[..13];
        return new NetworkPost(
            "bluesky", $"at://did:web:{handle}/app.bsky.feed.post/{key}", $"bafy{key}", null,
            new NetworkAuthor($"did:web:{handle}", handle, name), text, false, ["nb"], at,
            Reference(root), Reference(parent), null, [], [], [], likes);
    }

    /// <summary>An id that the same words give again.</summary>
    public static Guid IdOf(string what)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static PostReference? Reference(NetworkPost? post) => post is null ? null : new PostReference(post.Uri, post.Version);
}
