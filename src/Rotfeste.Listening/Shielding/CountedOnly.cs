using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Posts;
using Rotfeste.Listening.Volumes;
using Rotfeste.Listening.Watching;
using Rotfeste.Platform.Data;

namespace Rotfeste.Listening.Shielding;

/// <summary>Hits on posts that are not kept add to the counts and leave nothing else. The last ones are known by hash in memory, so that a post that comes twice counts once.</summary>
internal sealed class CountedOnly
{
    private readonly RecentDeletions counted = new();

    public void Count(AppDb db, KeptPost post, IReadOnlyList<SearchId> searches, Counting counting)
    {
        var key = $"{post.Organisation} {post.Uri}";
        if (counted.Contains(key))
            return;
        db.AfterCommit(() => counted.Add(key));
        var mention = new Mention
        {
            Id = MentionId.New(), Organisation = post.Organisation, Post = post.Id, At = post.CreatedAt, FoundAt = post.StoredAt, LikeGroup = default, IsFirst = false,
        };
        mention.Tell(post.Network, post.Language ?? "und");
        foreach (var search in searches.Distinct().Append(HourCount.All))
            counting.Add(mention, search);
    }
}
