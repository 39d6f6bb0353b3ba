namespace Rotfeste.Dialogue.Conversations;

/// <summary>Whose turn it is.</summary>
internal enum ConversationState
{
    /// <summary>The other side wrote and has no answer yet.</summary>
    WaitingForUs,

    /// <summary>An answer was refused by the network; its text is kept.</summary>
    SendingFailed,

    /// <summary>Out of sight until a time, or until the other side writes.</summary>
    Snoozed,

    /// <summary>All is answered.</summary>
    WaitingForThem,

    /// <summary>The other side deleted all it wrote.</summary>
    Gone,

    /// <summary>Closed by a person, with an outcome.</summary>
    Closed,

    /// <summary>It went into another conversation and goes on there.</summary>
    Merged,
}
