using NodaTime;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>
/// Where a conversation stands in the one line of all conversations: what waits longest first, then what did not go out,
/// then the others with the newest first. Each view of the inbox is a stretch of this line, so that one index serves all.
/// </summary>
internal static class ConversationPlace
{
    /// <summary>Places below this want something of us.</summary>
    public const long EndOfToDo = 2 * Stretch;

    /// <summary>From <see cref="EndOfToDo"/> to here: the other side's turn.</summary>
    public const long EndOfTheirs = 3 * Stretch;

    /// <summary>Places below this are open; the rest are closed.</summary>
    public const long EndOfOpen = 4 * Stretch;

    /// <summary>Below this: waiting for an answer. From here to <see cref="EndOfToDo"/>: did not go out.</summary>
    public const long EndOfWaiting = Stretch;

    // Microseconds since 1970 stay below this for three hundred years.
    private const long Stretch = 10_000_000_000_000_000;

    /// <summary>The place for a state and the time that orders within it.</summary>
    public static long Of(ConversationState state, Instant at)
    {
        var time = at.ToUnixTimeTicks() / 10;
        return state switch
        {
            ConversationState.WaitingForUs => time,
            ConversationState.SendingFailed => Stretch + time,
            ConversationState.WaitingForThem => EndOfTheirs - time,
            ConversationState.Gone => EndOfOpen - time,
            _ => EndOfOpen + Stretch - time,
        };
    }

    /// <summary>Where a conversation that waits since then stands.</summary>
    public static long OfWaitingSince(Instant since) => Of(ConversationState.WaitingForUs, since);
}
