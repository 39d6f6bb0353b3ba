using NodaTime;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Watching;
using Rotfeste.Networks.Jetstream;
using MatchPost = Rotfeste.Matching.Post;

namespace Rotfeste.Listening.Streams;

/// <summary>A post that went by, without its author; by hashes it is known again when it is deleted.</summary>
internal sealed record RecentPost(SeenPost Seen, long SeenUs, ulong Uri, ulong Author);

/// <summary>
/// Some of the stream's posts of the last 48 hours, in memory only and without authors, so that a new search can be shown what it would have
/// found. Kept for each language that an organisation here works in; what is deleted at the network is gone from here at once. A fast stream
/// is sampled: it is a look, not a count.
/// </summary>
internal sealed class RecentPosts(IClock clock)
{
    /// <summary>Of each language.</summary>
    public const int Most = 12_000;

    private const int LongestText = 4_000;
    private const long MaxAgeUs = 48L * 3600 * 1_000_000;
    private readonly Lock gate = new();
    private readonly Dictionary<string, Ring> rings = new(StringComparer.Ordinal);

    /// <summary>Shows a post that goes by; it is copied where one of these languages wants it and has room for it.</summary>
    public void Offer(in MatchPost post, StreamEvent e, IReadOnlySet<string> languages)
    {
        if (post.Utf8Text.IsEmpty || post.Utf8Text.Length > LongestText || Wanted(post, languages) is not { } language)
            return;
        lock (gate)
        {
            if (!rings.TryGetValue(language, out var ring))
                rings[language] = ring = new Ring();
            if (ring.HasRoom(e.TimeUs) && e.Uri?.ToString() is { } uri)
                ring.Put(new(SeenPost.CopyOf(post), e.TimeUs, StoredMarks.Hash(uri), StoredMarks.Hash(e.Did.Value)));
        }
    }

    /// <summary>A post is gone at the network.</summary>
    public void Forget(string uri)
    {
        var hash = StoredMarks.Hash(uri);
        lock (gate)
        {
            foreach (var ring in rings.Values)
                ring.Remove(hash);
        }
    }

    /// <summary>An account is gone at the network.</summary>
    public void ForgetAuthor(string account)
    {
        var hash = StoredMarks.Hash(account);
        lock (gate)
        {
            foreach (var ring in rings.Values)
                ring.RemoveAuthor(hash);
        }
    }

    /// <summary>Those of the last 48 hours in a language as <see cref="LanguageOf"/> has it, newest first.</summary>
    public IReadOnlyList<RecentPost> Of(string language)
    {
        var oldest = (clock.GetCurrentInstant().ToUnixTimeTicks() / 10) - MaxAgeUs;
        lock (gate)
            return rings.TryGetValue(language, out var ring) ? [.. ring.NewestFirst().Where(p => p.SeenUs >= oldest)] : [];
    }

    /// <summary>The two Norwegian languages are read by the same people; a tag's first part says the rest.</summary>
    public static string LanguageOf(string tag) => tag.Split('-', 2)[0].ToLowerInvariant() switch
    {
        "nb" or "nn" or "no" => "no",
        var other => other,
    };

    private static string? Wanted(in MatchPost post, IReadOnlySet<string> languages)
    {
        foreach (var tag in post.Languages)
        {
            if (LanguageOf(tag) is var language && languages.Contains(language))
                return language;
        }

        return null;
    }

    /// <summary>The newest posts over the oldest; once it is full, new ones are taken so far apart that it spans the 48 hours.</summary>
    private sealed class Ring
    {
        private readonly RecentPost?[] posts = new RecentPost?[Most];
        private readonly Dictionary<ulong, int> places = [];
        private long next;
        private long lastUs;

        public bool HasRoom(long us) =>
            posts[next % Most] is not { } oldest || us - oldest.SeenUs >= MaxAgeUs || us < lastUs || us - lastUs >= MaxAgeUs / Most;

        public void Put(RecentPost post)
        {
            var place = (int)(next++ % Most);
            if (posts[place] is { } old && places.TryGetValue(old.Uri, out var at) && at == place)
                places.Remove(old.Uri);
            posts[place] = post;
            places[post.Uri] = place;
            lastUs = post.SeenUs;
        }

        public void Remove(ulong uri)
        {
            if (places.Remove(uri, out var place))
                posts[place] = null;
        }

        public void RemoveAuthor(ulong author)
        {
            foreach (var post in posts)
            {
                if (post?.Author == author)
                    Remove(post.Uri);
            }
        }

        public IEnumerable<RecentPost> NewestFirst()
        {
            for (var at = next - 1; at >= 0 && at > next - 1 - Most; at--)
            {
                if (posts[at % Most] is { } post)
                    yield return post;
            }
        }
    }
}
