using Microsoft.Extensions.Configuration;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Networks.Bluesky;
using Rotfeste.Networks.Bluesky.Ids;
using Rotfeste.Networks.Bluesky.Posts;
using Rotfeste.Platform;
using Rotfeste.Platform.Http;

namespace Rotfeste.Listening.Authors;

/// <summary>
/// The network's public view, asked without an account. ROTFESTE_APPVIEW names it or says "off"; by default the public one
/// where the stream is the public one, and none on a network of one's own.
/// </summary>
internal sealed class PublicView(IConfiguration configuration, Settings settings, GuardedHttp http, IClock clock)
{
    /// <summary>Posts a question.</summary>
    public const int Most = BlueskyClient.MostPosts;

    private const string Default = "https://public.api.bsky.app";
    private readonly Uri? address = AddressOf(configuration["ROTFESTE_APPVIEW"], settings);
    private Instant notBefore;

    public bool IsOpen => address is not null;

    /// <summary>The posts with their authors' names, by uri; those that are gone are absent. Null when the view did not answer.</summary>
    public async Task<IReadOnlyDictionary<string, NetworkPost>?> AskAsync(IReadOnlyList<string> uris, CancellationToken cancellation)
    {
        if (address is null || clock.GetCurrentInstant() < notBefore)
            return null;

        var wanted = uris.Select(u => AtUri.TryParse(u, out var uri) ? uri : null).OfType<AtUri>().ToList();
        if (wanted.Count == 0)
            return new Dictionary<string, NetworkPost>();
        using var client = http.Client();
        var answer = await new BlueskyClient(client, address).GetPosts(wanted, null, cancellation);
        if (!answer.IsOk)
        {
            notBefore = answer.Failure.Until is { } until ? Instant.FromDateTimeOffset(until) : clock.GetCurrentInstant() + Duration.FromMinutes(1);
            return null;
        }

        return answer.Value.Found.DistinctBy(p => p.Ref.Uri.ToString()).ToDictionary(p => p.Ref.Uri.ToString(), Read);
    }

    /// <summary>The lasting id of an account by its handle, or null where nobody has it or the view does not answer.</summary>
    public async Task<string?> AccountOfAsync(string handle, CancellationToken cancellation)
    {
        if (address is null || !Handle.TryParseTyped(handle, out var wanted))
            return null;
        using var client = http.Client();
        var answer = await new BlueskyClient(client, address).ResolveHandle(wanted, cancellation);
        return answer.IsOk ? answer.Value.Did.Value : null;
    }

    // Only what the stream could not tell is used of it; see KeptPost.Freshen.
    private static NetworkPost Read(Post post) => new(
        "bluesky",
        post.Ref.Uri.ToString(),
        post.Ref.Cid,
        null,
        new NetworkAuthor(post.Author.Did.Value, post.Author.Handle.Value, post.Author.DisplayName ?? ""),
        post.Text,
        false,
        post.Langs,
        Instant.FromDateTimeOffset(post.Time),
        null,
        null,
        null,
        [],
        [],
        [.. post.Embeds.OfType<Pictures>().SelectMany(p => p.Items).Select(p => new PostPicture((p.Full ?? p.Thumb)?.OriginalString ?? "", p.Alt))],
        post.LikeCount);

    private static Uri? AddressOf(string? given, Settings settings)
    {
        if (given is { Length: > 0 })
            return given != "off" && Uri.TryCreate(given, UriKind.Absolute, out var named) ? named : null;
        var isPublic = settings.Streams.Count > 0
            && settings.Streams.All(s => s.Host.EndsWith(".bsky.network", StringComparison.OrdinalIgnoreCase));
        return isPublic ? new Uri(Default) : null;
    }
}
