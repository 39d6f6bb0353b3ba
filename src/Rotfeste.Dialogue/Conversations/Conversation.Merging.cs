using NodaTime;
using Rotfeste.Analysis.Targets;
using Rotfeste.Dialogue.Contracts;

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
            Give(post, other, post.Number > AnsweredUpTo);
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
        var ranFrom = other.WaitingSince;
        foreach (var post in other.posts.Where(p => p.Home is { } home && homes.Contains(home)).OrderBy(p => p.Number).ToList())
            other.Give(post, this, post.Number > other.AnsweredUpTo);
        (MergedInto, other.HasParts) = (null, hasParts);
        Settle();
        other.Settle();
        NoteParting(other, ranFrom, now);
    }

    private void Give(ConversationPost post, Conversation other, bool waits)
    {
        posts.Remove(post);
        post.GoInto(other, waits ? ++other.LastNumber : 0, this);
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
