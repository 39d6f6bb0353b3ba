using Rotfeste.Channels.Bluesky;
using Rotfeste.Channels.Mastodon;

namespace Rotfeste.Channels.Protocols;

/// <summary>The networks that there are.</summary>
internal static class KnownProtocols
{
    /// <summary>A new network stands here.</summary>
    public static IReadOnlyList<Protocol> All { get; } = [new BlueskyProtocol(), new MastodonProtocol()];

    /// <summary>Null when no network is called that.</summary>
    public static Protocol? Find(string name) => All.FirstOrDefault(p => p.Name == name);

    /// <exception cref="ArgumentException">No such network.</exception>
    public static Protocol Of(string name) => Find(name) ?? throw new ArgumentException($"No network is called {name}.", nameof(name));

    /// <summary>The network of a post's address, or null.</summary>
    public static Protocol? Owning(string postUri) => All.FirstOrDefault(p => p.Owns(postUri));
}
