using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Splits;

/// <summary>A conversation that was taken out of another.</summary>
/// <param name="Id">Which.</param>
/// <param name="Branch">The network's address of the post it begins with.</param>
/// <param name="Out">The one it was taken out of.</param>
/// <param name="MergedInto">The one it went into since, or null.</param>
internal sealed record BranchCard(ConversationId Id, string Branch, ConversationId? Out, ConversationId? MergedInto);

/// <summary>What was taken out of the threads of open conversations.</summary>
internal sealed class KeptBranches(RowVersions versions, IClock clock)
    : Kept<(ChannelId Channel, string RootUri, string AuthorKey), IReadOnlyList<BranchCard>>(versions, clock, typeof(Conversation));

/// <summary>Reads what was taken out of a thread, and to which of them a new post belongs.</summary>
internal sealed class BranchReading(AppDb db, KeptBranches kept, Posts posts, Items items)
{
    /// <summary>So far back a thread is read to know where its posts belong.</summary>
    public const int Reach = 2_000;

    public async Task<IReadOnlyList<BranchCard>> OfAsync(ChannelId channel, string rootUri, string authorKey, CancellationToken cancellation) =>
        await kept.GetAsync(db, (channel, rootUri, authorKey), async () => await db.Set<Conversation>().AsNoTracking()
            .Where(c => c.Channel == channel && c.RootUri == rootUri && c.AuthorKey == authorKey && c.Branch != "")
            .Select(c => new BranchCard(c.Id, c.Branch, c.SplitFrom, c.MergedInto)).ToListAsync(cancellation));

    /// <summary>The conversation that a new post belongs to: <paramref name="thread"/>, or one that was taken out of it; to be changed, with its posts.</summary>
    public async Task<Conversation> ChooseAsync(Conversation thread, StoredPost post, CancellationToken cancellation)
    {
        var outside = await db.Set<Conversation>().Include(c => c.Posts)
            .Where(c => c.Organisation == thread.Organisation && c.Channel == thread.Channel && c.RootUri == thread.RootUri && c.AuthorKey == thread.AuthorKey && c.Branch != "")
            .ToListAsync(cancellation);
        var stored = await posts.ThreadAsync(thread.RootUri, Reach, cancellation);
        var parents = ParentsOf(stored);
        parents[post.Post.Uri] = post.Post.ReplyParent?.Uri;
        await AddOursAsync(parents, [thread.Id, .. outside.SelectMany(c => new[] { c.Id, c.SplitFrom ?? c.Id })], stored, cancellation);
        var branch = Branches.Of(post.Post.Uri, parents, outside.Select(c => c.Branch).ToHashSet(StringComparer.Ordinal));
        return outside.Find(c => c.Branch == branch) ?? thread;
    }

    /// <summary>What each of them answers.</summary>
    public static Dictionary<string, string?> ParentsOf(IEnumerable<StoredPost> thread)
    {
        var parents = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var stored in thread)
            parents[stored.Post.Uri] = stored.Post.ReplyParent?.Uri;
        return parents;
    }

    // An answer of ours may not have come back as a post yet; we know ourselves what it answers.
    private async Task AddOursAsync(
        Dictionary<string, string?> parents, IReadOnlyList<ConversationId> conversations, IReadOnlyList<StoredPost> stored, CancellationToken cancellation)
    {
        if (parents.Values.All(uri => uri is null || parents.ContainsKey(uri)))
            return;

        var answers = await db.Set<WrittenAnswer>().AsNoTracking()
            .Where(a => conversations.Contains(a.Conversation) && a.Answered != null && a.State == AnswerState.Sent).ToListAsync(cancellation);
        var sent = await items.FindAsync([.. answers.Select(a => a.Order)], cancellation);
        var uris = stored.ToDictionary(p => p.Id, p => p.Post.Uri);
        foreach (var answer in answers)
        {
            if (sent.GetValueOrDefault(answer.Order)?.Uri is { } uri)
                parents.TryAdd(uri, uris.GetValueOrDefault(answer.Answered!.Value));
        }
    }
}
