using NodaTime;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Archives;

/// <summary>A flag as people read it.</summary>
/// <param name="ByName">Who flagged.</param>
/// <param name="At">When.</param>
/// <param name="Case">The case in the archive, or empty.</param>
/// <param name="RemovedByName">Who took it away, or null while it stands.</param>
/// <param name="RemovedAt">When.</param>
/// <param name="Reason">Why.</param>
public sealed record FlagView(string ByName, Instant At, string Case, string? RemovedByName, Instant? RemovedAt, string Reason)
{
    /// <summary>It stands.</summary>
    public bool Stands => RemovedAt is null;
}

/// <summary>Words that their author deleted.</summary>
/// <param name="Name">Who wrote them.</param>
/// <param name="Text">The words.</param>
/// <param name="At">When they were deleted.</param>
public sealed record DeletedView(string Name, string Text, Instant At);

/// <summary>The page of one conversation and the archive.</summary>
/// <param name="Conversation">Which.</param>
/// <param name="Flags">All there were, the newest first.</param>
/// <param name="Case">What was typed.</param>
/// <param name="Reason">What was typed.</param>
/// <param name="Refusals">What must be mended.</param>
public sealed record ArchiveView(Guid Conversation, IReadOnlyList<FlagView> Flags, string Case, string Reason, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>How many posts their author deleted are kept for the archive.</summary>
    public int KeptDeleted { get; init; }

    /// <summary>By which law.</summary>
    public string Ground { get; init; } = "";

    /// <summary>Their words, where somebody asked to see them just now.</summary>
    public IReadOnlyList<DeletedView> Deleted { get; init; } = [];

    /// <summary>It is flagged.</summary>
    public bool IsFlagged => Flags.Any(f => f.Stands);
}

/// <summary>A conversation that is flagged, as the list shows it.</summary>
/// <param name="Conversation">Which.</param>
/// <param name="Name">The other side, or null.</param>
/// <param name="Words">What was written last with private numbers hidden; null once erased, empty while covered.</param>
/// <param name="Network">Where.</param>
/// <param name="LastAt">When.</param>
/// <param name="ByName">Who flagged it.</param>
/// <param name="At">When.</param>
/// <param name="Case">The case in the archive, or empty.</param>
/// <param name="HasMore">Some of it lies in the archive, and more was said since.</param>
public sealed record FlaggedView(
    Guid Conversation, string? Name, string? Words, string Network, Instant LastAt, string ByName, Instant At, string Case, bool HasMore);

/// <summary>What is flagged and does not lie in the archive yet.</summary>
/// <param name="Rows">The longest waiting first.</param>
/// <param name="HasMore">There are more than are shown.</param>
public sealed record FlaggedListView(IReadOnlyList<FlaggedView> Rows, bool HasMore);
