using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Merges;
using Rotfeste.Listening.Contracts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Splits;

/// <summary>Reads what goes along with a post that is taken out, and what was taken out before.</summary>
internal sealed class SplitReading(AppDb db, ConversationThread thread, ConversationParts parts, BranchReading branches, ConversationDoor door, CurrentCaller caller)
{
    /// <summary>The other side's posts that go: it, and those that answer it or what answers it.</summary>
    public async Task<IReadOnlySet<PostId>> GoingAsync(Conversation from, PostId post, CancellationToken cancellation)
    {
        var stored = await thread.ReadAsync(from, BranchReading.Reach, 0, cancellation);
        if (stored.FirstOrDefault(p => p.Id == post)?.Post.Uri is not { } branch)
            return new HashSet<PostId> { post };

        var (own, beginning) = (from.Posts.Select(p => p.Post).ToHashSet(), new HashSet<string>(StringComparer.Ordinal) { branch });
        var parents = BranchReading.ParentsOf(stored);
        return stored.Where(p => own.Contains(p.Id) && Branches.Of(p.Post.Uri, parents, beginning) == branch).Select(p => p.Id).Append(post).ToHashSet();
    }

    /// <summary>The conversation that a post was taken out of another to become; null where it was not.</summary>
    public async Task<ConversationId?> BegunWithAsync(PostId post, ConversationId from, CancellationToken cancellation) => await (
        from there in db.Set<ConversationPost>()
        where there.Post == post
        join conversation in db.Set<Conversation>() on there.Conversation equals conversation.Id
        where conversation.SplitFrom == @from
        select (ConversationId?)conversation.Id).FirstOrDefaultAsync(cancellation);

    /// <summary>What stands over a conversation about it; none for one that nothing was taken out of.</summary>
    public async Task<IReadOnlyList<SplitLineView>> LinesAsync(Conversation conversation, CancellationToken cancellation)
    {
        if (!conversation.HasBranches && !conversation.HasParts && conversation.SplitFrom is null)
            return [];

        var lines = new List<SplitLineView>();
        if (conversation is { SplitFrom: { } origin, MergedInto: null } && await door.LookAsync(origin.Value, cancellation) is { MergedInto: null } whole)
            lines.Add(new SplitLineView(origin.Value, true, caller.Required.May.Contains(Access.Answer) && whole.ClosedAt is null && conversation.ClosedAt is null));
        foreach (var place in await parts.OfAsync(conversation, cancellation))
        {
            lines.AddRange((await branches.OfAsync(place.Channel, place.RootUri, place.AuthorKey, cancellation))
                .Where(b => b.Out == conversation.Id && b.MergedInto is null).Select(b => new SplitLineView(b.Id.Value, false, false)));
        }

        return [.. lines.DistinctBy(l => l.Conversation)];
    }
}
