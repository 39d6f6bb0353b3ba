using NodaTime;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>
/// Where a conversation stands in the one line of all conversations: what is due first comes first, then what waits without a
/// due time, then what did not go out, what is out of sight until later, and the others with the newest first. Each view of the inbox is a stretch of this line, so that one index serves all.
/// </summary>
internal static class ConversationPlace
{
    /// <summary>Places below this want something of us.</summary>
    public const long EndOfToDo = 2 * Stretch;

    /// <summary>From <see cref="EndOfToDo"/> to here: out of sight until later.</summary>
    public const long EndOfSnoozed = 3 * Stretch;

    /// <summary>From <see cref="EndOfSnoozed"/> to here: the other side's turn.</summary>
    public const long EndOfTheirs = 4 * Stretch;

    /// <summary>Places below this are open.</summary>
    public const long EndOfOpen = 5 * Stretch;

    /// <summary>From <see cref="EndOfOpen"/> to here: closed. Beyond lies what went into another conversation, and no view shows that.</summary>
    public const long EndOfClosed = 6 * Stretch;

    /// <summary>Below this: waiting for an answer. From here to <see cref="EndOfToDo"/>: did not go out.</summary>
    public const long EndOfWaiting = Stretch;

    // Microseconds since 1970 stay below this for three hundred years.
    private const long Stretch = 10_000_000_000_000_000;

    /// <summary>The place of what waits and is due then.</summary>
    public static long OfDue(Instant due) => due.ToUnixTimeTicks() / 10;

    /// <summary>The place of what waits and has no due time.</summary>
    public static long WithoutDue(Instant since) => (Stretch / 2) + (since.ToUnixTimeTicks() / 10);

    /// <summary>The place for the other states and the time that orders within them.</summary>
    public static long Of(ConversationState state, Instant at)
    {
        var time = at.ToUnixTimeTicks() / 10;
        return state switch
        {
            ConversationState.SendingFailed => Stretch + time,
            ConversationState.Snoozed => EndOfToDo + time,
            ConversationState.WaitingForThem => EndOfTheirs - time,
            ConversationState.Gone => EndOfOpen - time,
            ConversationState.Merged => EndOfClosed + Stretch - time,
            _ => EndOfClosed - time,
        };
    }
}
