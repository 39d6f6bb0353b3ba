using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Splits;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Merges;

/// <summary>A thread that a conversation is held in.</summary>
/// <param name="Home">The conversation that the thread began as.</param>
/// <param name="Channel">The account it came to.</param>
/// <param name="RootUri">The network's address of its first post.</param>
/// <param name="AuthorKey">Keyed hash of the other side's account.</param>
/// <param name="Branch">The post it begins with, where it was taken out of that thread; "" where it is the thread itself.</param>
internal sealed record ThreadPlace(ConversationId Home, ChannelId Channel, string RootUri, string AuthorKey, string Branch);

/// <summary>What went into conversations that are open.</summary>
internal sealed class KeptParts(RowVersions versions, IClock clock)
    : Kept<ConversationId, IReadOnlyList<ThreadPlace>>(versions, clock, typeof(Merge));

/// <summary>Reads in which threads a conversation is held: its own, and those of what went into it. For nearly all that is one, and nothing is asked.</summary>
internal sealed class ConversationParts(AppDb db, KeptParts kept)
{
    /// <summary>Its own first.</summary>
    public async Task<IReadOnlyList<ThreadPlace>> OfAsync(Conversation conversation, CancellationToken cancellation)
    {
        var own = new ThreadPlace(conversation.Id, conversation.Channel, conversation.RootUri, conversation.AuthorKey, conversation.Branch);
        return conversation.HasParts
            ? [own, .. await kept.GetAsync(db, conversation.Id, () => UnderAsync(conversation.Id, cancellation))]
            : [own];
    }

    /// <summary>What went into it, and what had gone into that.</summary>
    public async Task<IReadOnlyList<ThreadPlace>> UnderAsync(ConversationId conversation, CancellationToken cancellation)
    {
        var found = new List<ThreadPlace>();
        for (List<ConversationId> next = [conversation]; next.Count > 0;)
        {
            var here = await db.Set<Conversation>().AsNoTracking().Where(c => c.MergedInto != null && next.Contains(c.MergedInto.Value))
                .Select(c => new ThreadPlace(c.Id, c.Channel, c.RootUri, c.AuthorKey, c.Branch)).ToListAsync(cancellation);
            found.AddRange(here);
            next = here.ConvertAll(p => p.Home);
        }

        return found;
    }
}

/// <summary>Reads what is stored of the threads that a conversation is held in, as one.</summary>
internal sealed class ConversationThread(Posts posts, ConversationParts parts, BranchReading branches)
{
    /// <summary>The newest of them, oldest first, without the newest <paramref name="back"/>.</summary>
    public async Task<IReadOnlyList<StoredPost>> ReadAsync(Conversation conversation, int most, int back, CancellationToken cancellation)
    {
        if (conversation is { HasParts: false, HasBranches: false, Branch: "" })
            return await posts.ThreadAsync(conversation.RootUri, most, back, cancellation);

        var all = new List<StoredPost>();
        foreach (var thread in (await parts.OfAsync(conversation, cancellation)).GroupBy(p => p.RootUri))
            all.AddRange(await ReadAsync([.. thread], most + back, cancellation));
        return [.. all.DistinctBy(p => p.Id).OrderBy(p => p.Post.CreatedAt).ThenBy(p => p.Id.Value).SkipLast(back).TakeLast(most)];
    }

    // What was taken out of a thread is not shown in it, and the rest of it not beside what was taken out.
    private async Task<IReadOnlyList<StoredPost>> ReadAsync(IReadOnlyList<ThreadPlace> places, int most, CancellationToken cancellation)
    {
        var (root, here) = (places[0].RootUri, places.Select(p => p.Branch).ToHashSet(StringComparer.Ordinal));
        var outside = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in places)
            outside.UnionWith((await branches.OfAsync(place.Channel, root, place.AuthorKey, cancellation)).Select(b => b.Branch));
        if (outside.Count == 0)
            return await posts.ThreadAsync(root, most, cancellation);

        var stored = await posts.ThreadAsync(root, Math.Max(most, BranchReading.Reach), cancellation);
        var parents = BranchReading.ParentsOf(stored);
        return [.. stored.Where(p => here.Contains(Branches.Of(p.Post.Uri, parents, outside)))];
    }
}
