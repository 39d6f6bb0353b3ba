using NodaTime;
using Rotfeste.Analysis.Targets;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Listening.Contracts;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>Two about one matter become one, and part again.</summary>
internal sealed partial class Conversation
{
    /// <summary>
    /// Goes into another: its posts go on there, and what waits for an answer waits there since when it was written. What we answered stays here.
    /// </summary>
    public void MergeInto(Conversation other, Instant now)
    {
        foreach (var post in posts.OrderBy(p => p.Number).ToList())
            Give(post, other, post.Home ?? Id, post.Channel ?? Channel);
        MergedInto = other.Id;
        Note(ConversationEventKind.Merged, now, other: other.Id);
        (other.HasParts, other.SnoozedUntil) = (true, null);
        Settle();
        other.Settle();
    }

    /// <summary>Comes out again of the one it went into, with all that came to its thread since.</summary>
    /// <param name="other">Where it is.</param>
    /// <param name="homes">It and what had gone into it before.</param>
    /// <param name="hasParts">The other still has parts.</param>
    /// <param name="now">When.</param>
    public void PartFrom(Conversation other, IReadOnlySet<ConversationId> homes, bool hasParts, Instant now)
    {
        (MergedInto, other.HasParts) = (null, hasParts);
        TakeOut(other, [.. other.posts.Where(p => p.Home is { } home && homes.Contains(home))], p => p.Home == Id, now);
    }

    /// <summary>A post and what answers it becomes a conversation of its own, with the one who has the other.</summary>
    /// <param name="other">Where they lie.</param>
    /// <param name="home">The conversation that their thread began as.</param>
    /// <param name="branch">The network's address of the post.</param>
    /// <param name="going">The other side's posts that go.</param>
    /// <param name="now">When.</param>
    public static Conversation SplitOff(Conversation other, Conversation home, string branch, IReadOnlySet<PostId> going, Instant now)
    {
        var made = Open(ConversationId.New(), home.Organisation, home.Channel, home.RootUri, home.AuthorKey);
        (made.Branch, made.SplitFrom, made.TakenBy, made.TakenAt, home.HasBranches) = (branch, other.Id, other.TakenBy, other.TakenAt, true);
        made.TakeOut(other, [.. other.posts.Where(p => going.Contains(p.Post))], _ => true, now);
        return made;
    }

    private void TakeOut(Conversation other, IReadOnlyList<ConversationPost> going, Func<ConversationPost, bool> isHome, Instant now)
    {
        var ranFrom = other.WaitingSince;
        foreach (var post in going.OrderBy(p => p.Number))
            other.Give(post, this, isHome(post) ? null : post.Home, isHome(post) ? null : post.Channel);
        Settle();
        other.Settle();
        NoteParting(other, ranFrom, now);
    }

    private void Give(ConversationPost post, Conversation other, ConversationId? home, ChannelId? channel)
    {
        posts.Remove(post);
        post.GoInto(other, post.Number > AnsweredUpTo ? ++other.LastNumber : 0, home, channel);
        other.posts.Add(post);
    }

    // The time that ran in the other goes along where it ran from a post that goes along; whoever else waits, waits since when they wrote.
    private void NoteParting(Conversation other, Instant? ranFrom, Instant now)
    {
        var goesAlong = ranFrom is not null && WaitingSince == ranFrom && other.WaitingSince != ranFrom;
        other.Note(goesAlong ? ConversationEventKind.SplitWithQuestion : ConversationEventKind.Split, now, other: Id);

        // Of one instant, the lower number comes first: it is parted before anything happens in it.
        LastEvent = Math.Max(LastEvent, other.LastEvent);
        if (goesAlong && other.WaitingSince is { } left)
            other.Note(ConversationEventKind.Asked, now, left);
        if (!goesAlong && WaitingSince is { } own)
            Note(ConversationEventKind.Asked, now, own);
    }
}
