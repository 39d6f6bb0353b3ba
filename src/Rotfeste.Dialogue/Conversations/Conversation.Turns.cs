using NodaTime;
using Rotfeste.Analysis.Targets;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>What we do: take it, answer, close.</summary>
internal sealed partial class Conversation
{
    /// <summary>A person takes it. False when somebody else has it.</summary>
    public bool Take(PersonId person, Instant now)
    {
        if (TakenBy is { } other && other != person)
            return false;

        if (TakenBy is null)
            (TakenBy, TakenAt) = (person, now);
        return true;
    }

    /// <summary>Given to a colleague by whoever has it, or by anyone while it is free. False when a third person has it.</summary>
    public bool HandOver(PersonId from, PersonId to, Instant now)
    {
        if (TakenBy is { } other && other != from)
            return false;

        (TakenBy, TakenAt) = (to, now);
        Note(ConversationEventKind.HandedOver, now);
        return true;
    }

    /// <summary>As it was before it was taken or given: that is undone.</summary>
    public void GiveBackTo(PersonId? person, Instant? since) => (TakenBy, TakenAt) = (person, since);

    /// <summary>Given back: free again. False when somebody else has it.</summary>
    public bool HandBack(PersonId person)
    {
        if (TakenBy is { } other && other != person)
            return false;

        (TakenBy, TakenAt) = (null, null);
        return true;
    }

    /// <summary>An answer is ordered; gives its number. Whoever answers what is free, has it.</summary>
    public int Answer(ItemId order, PersonId by, Instant now)
    {
        if (TakenBy is null)
            (TakenBy, TakenAt) = (by, now);
        (Order, WasRefused) = (order, false);
        LastNumber++;
        Settle();
        return LastNumber;
    }

    /// <summary>The network has the answer: what its writer had seen is answered, what came since still waits.</summary>
    public void AnswerWasSent(ItemId order, int seenUpTo, Instant at)
    {
        AnsweredUpTo = Math.Max(AnsweredUpTo, seenUpTo);
        Note(ConversationEventKind.Answered, at);
        Forget(order, at);
        if (WaitingSince is { } left && left <= at)
            Note(ConversationEventKind.Asked, at, left);
    }

    /// <summary>
    /// The network said no; a closed conversation opens again, so that nobody believes it answered. A newer answer on its
    /// way is not touched.
    /// </summary>
    public void AnswerWasRefused(ItemId order)
    {
        if (Order != order)
            return;

        WasRefused = true;
        ForgetClosure();
        Settle();
    }

    /// <summary>A refused answer is tried once more.</summary>
    public void AnswerIsTriedAgain(ItemId order)
    {
        (Order, WasRefused) = (order, false);
        Settle();
    }

    /// <summary>The answer was taken back before it went.</summary>
    public void AnswerWasTakenBack(ItemId order, Instant now) => Forget(order, now);

    /// <summary>Closes it. False when it is closed already.</summary>
    public bool Close(ConversationOutcome outcome, PersonId by, Instant now)
    {
        if (ClosedAt is not null)
            return false;

        (ClosedAt, ClosedBy, Outcome, SnoozedUntil) = (now, by, outcome, null);

        // Sent and closed in one go: the answer comes first, however soon the closing was pressed.
        if (!IsSending)
            NoteClosure(now);
        Settle();
        return true;
    }

    /// <summary>Opens it again by hand, as it stood before. False when it is open, or went into another.</summary>
    public bool Reopen(Instant now)
    {
        if (ClosedAt is null || MergedInto is not null)
            return false;

        if (IsClosureNoted)
            Note(ConversationEventKind.Reopened, now);
        ForgetClosure();
        Settle();
        return true;
    }

    private void Forget(ItemId order, Instant now)
    {
        if (Order == order)
            (Order, WasRefused) = (null, false);
        if (ClosedAt is { } closed && !IsSending && !IsClosureNoted)
            NoteClosure(Instant.Max(closed, now));
        Settle();
    }

    private void NoteClosure(Instant at)
    {
        IsClosureNoted = true;
        Note(ConversationEventKind.Closed, at);
    }

    private void ForgetClosure() => (ClosedAt, ClosedBy, Outcome, IsClosureNoted) = (null, null, null, false);
}
