using NodaTime;
using Rotfeste.Analysis.Targets;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Histories;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>What its response times are worked out from, and when it is due.</summary>
internal sealed partial class Conversation
{
    /// <summary>An aim can run: somebody waits for us, whether or not we look.</summary>
    public bool MayBeDue => ClosedAt is null && WaitingSince is not null;

    /// <summary>When its time runs out. False where that changes nothing.</summary>
    public bool SetDue(Instant? due)
    {
        if (DueAt == due)
            return false;

        DueAt = due;
        Place = PlaceNow();
        return true;
    }

    /// <summary>Its people know that it will soon be due.</summary>
    public void WasWarned() => WarnedOf = DueAt;

    /// <summary>Out of sight until then. False where it is closed, gone, or did not go out.</summary>
    public bool Snooze(Instant until, Instant now)
    {
        if (until <= now || State is not (ConversationState.WaitingForUs or ConversationState.WaitingForThem or ConversationState.Snoozed))
            return false;

        SnoozedUntil = until;
        Note(ConversationEventKind.Snoozed, now);
        Settle();
        return true;
    }

    /// <summary>
    /// Answered and put off in one step: out of sight once the network has the answer, so that nothing is hidden while it may still fail.
    /// False where they have written since, or the time has passed.
    /// </summary>
    public bool SnoozeAnswered(Instant until, Instant now) => State == ConversationState.WaitingForThem && Snooze(until, now);

    /// <summary>As it was put off before, or in sight: a putting off or a closing is undone.</summary>
    public void PutOffUntil(Instant? until, Instant now)
    {
        SnoozedUntil = until > now ? until : null;
        Settle();
    }

    /// <summary>Back in sight. False where it was not out of it.</summary>
    public bool Wake()
    {
        if (SnoozedUntil is null)
            return false;

        SnoozedUntil = null;
        Settle();
        return true;
    }

    /// <summary>Where it was held and with whom is forgotten: both can be read as a person. What comes in that thread later is a new conversation.</summary>
    public void ForgetWhere(Instant now) => (RootUri, Branch, AuthorKey, ForgottenAt) = ($"forgotten:{Id}", "", "", now);

    private void NoteQuestion(Instant at)
    {
        // Written before, but come to us after, the last answer or closing: it waits from when it was written all the same.
        if (SettledAt is { } settled && at <= settled)
            Note(ConversationEventKind.Asked, settled, at);
        else
            Note(ConversationEventKind.Asked, at);
    }

    private void Note(ConversationEventKind kind, Instant at, Instant? since = null, ConversationId? other = null)
    {
        history.Add(HistoryEvent.Of(this, ++LastEvent, kind, at, since, other));
        if (kind is ConversationEventKind.Answered or ConversationEventKind.Closed or ConversationEventKind.Deleted or ConversationEventKind.Merged)
            SettledAt = SettledAt is { } before ? Instant.Max(before, at) : at;
    }
}
