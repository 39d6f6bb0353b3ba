using NodaTime;

namespace Rotfeste.Analysis.Targets;

/// <summary>What happens to a conversation, as far as response targets care.</summary>
public enum ConversationEventKind
{
    /// <summary>The other side wrote.</summary>
    Asked,

    /// <summary>We answered, on whatever channel.</summary>
    Answered,

    /// <summary>Somebody else has it now: no clock minds.</summary>
    HandedOver,

    /// <summary>Out of sight until later: no clock minds, or a snooze would buy time.</summary>
    Snoozed,

    /// <summary>Done, with or without an answer.</summary>
    Closed,

    /// <summary>Taken up again.</summary>
    Reopened,

    /// <summary>This conversation goes into <see cref="ConversationEvent.Other"/> and ends.</summary>
    Merged,

    /// <summary>The conversation <see cref="ConversationEvent.Other"/> is taken out of this one, and what waits for an answer stays here.</summary>
    Split,

    /// <summary>As <see cref="Split"/>, but the question that waits goes along.</summary>
    SplitWithQuestion,

    /// <summary>The other side took it back.</summary>
    Deleted,
}

/// <summary>One stored event.</summary>
/// <param name="At">When it happened, by the stored timestamp.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Conversation">In which conversation.</param>
/// <param name="Other">Where it was merged into, or what was split off; else not used.</param>
/// <param name="Since">
/// For a question that became known, or was left over by an answer, only at <paramref name="At"/>: since when it waits. Null where that is
/// <paramref name="At"/> itself.
/// </param>
public readonly record struct ConversationEvent(
    Instant At, ConversationEventKind Kind, Guid Conversation = default, Guid Other = default, Instant? Since = null);
