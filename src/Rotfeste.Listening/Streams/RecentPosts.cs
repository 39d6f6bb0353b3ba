using NodaTime;
using Rotfeste.Listening.Searches;
using MatchPost = Rotfeste.Matching.Post;

namespace Rotfeste.Listening.Streams;

/// <summary>A post that went by, without its author.</summary>
internal sealed record RecentPost(SeenPost Seen, long SeenUs);

/// <summary>
/// The last posts of the stream, in memory only and without authors, so that a new search can be shown what it would have
/// found. A fast stream is sampled: it is a look, not a count.
/// </summary>
internal sealed class RecentPosts(IClock clock)
{
    public const int Most = 20_000;
    private const int LongestText = 4_000;
    private const int MostPerSecond = 100;
    private const long MaxAgeUs = 48L * 3600 * 1_000_000;
    private readonly Lock gate = new();
    private readonly RecentPost?[] ring = new RecentPost?[Most];
    private long next;
    private long second;
    private int thisSecond;

    /// <summary>Shows a post that goes by; it is copied when there is room for it this second.</summary>
    public void Offer(in MatchPost post, long seenUs)
    {
        var now = Environment.TickCount64 / 1000;
        if (now != second)
            (second, thisSecond) = (now, 0);
        if (post.Utf8Text.IsEmpty || post.Utf8Text.Length > LongestText || thisSecond++ >= MostPerSecond)
            return;

        var copy = new RecentPost(SeenPost.CopyOf(post), seenUs);
        lock (gate)
            ring[next++ % Most] = copy;
    }

    /// <summary>Those of the last 48 hours, newest first.</summary>
    public IReadOnlyList<RecentPost> All()
    {
        var oldest = (clock.GetCurrentInstant().ToUnixTimeTicks() / 10) - MaxAgeUs;
        var all = new List<RecentPost>();
        lock (gate)
        {
            for (var at = next - 1; at >= 0 && at > next - 1 - Most && ring[at % Most] is { } post && post.SeenUs >= oldest; at--)
                all.Add(post);
        }

        return all;
    }
}
