using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;

namespace Rotfeste.Dialogue.Snoozes;

/// <summary>Whether a conversation can be put off, and until when.</summary>
internal static class SnoozeWords
{
    /// <summary>Null where it can never be: closed, gone, or not sent.</summary>
    public static SnoozeView? Of(Conversation conversation, Plan plan, Instant now)
    {
        if (conversation.State is not (ConversationState.WaitingForUs or ConversationState.WaitingForThem or ConversationState.Snoozed))
            return null;

        var zone = plan.Calendar.Zone;
        var today = now.InZone(zone).Date;
        return new SnoozeView(
            conversation.SnoozedUntil, IsUrgent(conversation, plan, now), SnoozeTime.Ahead(now, zone), today.PlusDays(1), SnoozeTime.LastDay(today));
    }

    /// <summary>Soon due or over: a snooze buys no time, so it would come back at once.</summary>
    public static bool IsUrgent(Conversation conversation, Plan plan, Instant now) => conversation.DueAt <= plan.UrgentBefore(now);
}
