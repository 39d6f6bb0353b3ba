using NodaTime;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Listings;

/// <summary>Under which heading a row stands.</summary>
public enum RowGroup
{
    /// <summary>Late, or soon late.</summary>
    Late,

    /// <summary>Waits for an answer.</summary>
    Waiting,

    /// <summary>Did not go out.</summary>
    Failed,

    /// <summary>Out of sight until later.</summary>
    Snoozed,

    /// <summary>Answered.</summary>
    Theirs,

    /// <summary>All deleted by the other side.</summary>
    Gone,

    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>One conversation in the list.</summary>
/// <param name="Id">Which.</param>
/// <param name="Address">Where it opens.</param>
/// <param name="Group">Its heading.</param>
/// <param name="Name">The other side's name; null when unknown or erased.</param>
/// <param name="Text">The beginning of what it wrote; null when erased.</param>
/// <param name="Standing">Its mark.</param>
/// <param name="StateWords">The words beside the mark.</param>
/// <param name="IsWaiting">The words say for how long; else the row says when the other side wrote.</param>
/// <param name="At">When the other side last wrote.</param>
/// <param name="WhoWords">Who has it.</param>
/// <param name="IsFree">Nobody has it.</param>
/// <param name="Network">«Bluesky».</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Until">Out of sight until then, or null.</param>
public sealed record RowView(
    Guid Id, string Address, RowGroup Group, string? Name, string? Text, Standing? Standing, string StateWords,
    bool IsWaiting, Instant At, string WhoWords, bool IsFree, string Network,
    IReadOnlyList<string> Labels, Instant? Until)
{
    /// <summary><see cref="At"/> as one says it; empty where how long it has waited is said instead.</summary>
    public string AtWords { get; init; } = "";

    /// <summary><see cref="Until"/> as one says it, or null.</summary>
    public string? UntilWords { get; init; }

    /// <summary>Not for everybody.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Its words are covered: somebody reported them.</summary>
    public bool IsCovered { get; init; }

    /// <summary>Keys of what is hidden in its text.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];
}
