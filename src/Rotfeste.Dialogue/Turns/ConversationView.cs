using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Labels;
using Rotfeste.Dialogue.Merges;
using Rotfeste.Dialogue.Presences;
using Rotfeste.Dialogue.Snoozes;
using Rotfeste.Dialogue.Splits;
using Rotfeste.Initiatives.Contracts;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Turns;

/// <summary>A colleague whom a conversation can be given to.</summary>
public sealed record ColleagueView(Guid Person, string Name, string? Unit);

/// <summary>What stands over an open conversation.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">The other side, null when unknown or erased.</param>
/// <param name="Handle">Its handle, or null.</param>
/// <param name="Network">«Bluesky».</param>
/// <param name="Account">Our account it came to, "fjordvik.no", or null once disconnected.</param>
/// <param name="Standing">Its mark.</param>
/// <param name="StateKey">Key of its words.</param>
/// <param name="Since">Waiting since, or null.</param>
/// <param name="TakerName">Who has it, or null.</param>
/// <param name="IsMine">The reader has it.</param>
/// <param name="TakenAt">Since when.</param>
/// <param name="Outcome">What came of it, once closed.</param>
/// <param name="ClosedByName">Who closed it.</param>
/// <param name="ClosedAt">When.</param>
/// <param name="MayAct">The reader may take, give and close it.</param>
/// <param name="Colleagues">Whom it can be given to.</param>
/// <param name="Topics">Live topics that change it.</param>
/// <param name="Due">When its time runs out, or null.</param>
/// <param name="Labels">Those on it.</param>
/// <param name="AllLabels">Those it can have.</param>
/// <param name="IsRestless">Something is about to go out: look again soon.</param>
public sealed record HeadView(
    Guid Id, string? Name, string? Handle, string Network, string? Account, Standing? Standing, string StateKey, Instant? Since,
    string? TakerName, bool IsMine, Instant? TakenAt, ConversationOutcome? Outcome, string? ClosedByName, Instant? ClosedAt,
    bool MayAct, IReadOnlyList<ColleagueView> Colleagues, string Topics, DueView? Due,
    IReadOnlyList<LabelView> Labels, IReadOnlyList<LabelView> AllLabels, bool IsRestless)
{
    /// <summary>What our account is for; null where that is not said.</summary>
    public ChannelPurpose? Purpose { get; init; }

    /// <summary>How it is, or can be, put off; null where it cannot.</summary>
    public SnoozeView? Snooze { get; init; }

    /// <summary>The reader is told when something new comes.</summary>
    public bool Follows { get; init; }

    /// <summary>It belongs in the archive.</summary>
    public bool IsForArchive { get; init; }

    /// <summary>The others who have it open right now.</summary>
    public HereView? Here { get; init; }

    /// <summary>When its words went, or null.</summary>
    public Instant? ForgottenAt { get; init; }

    /// <summary>Where it goes on, where it went into another; else null.</summary>
    public PartOfView? PartOf { get; init; }

    /// <summary>What was taken out of it, or what it was taken out of.</summary>
    public IReadOnlyList<SplitLineView> Splits { get; init; } = [];

    /// <summary>What went into it.</summary>
    public IReadOnlyList<MergeLineView> Merges { get; init; } = [];

    /// <summary>Nobody has it.</summary>
    public bool IsFree => TakerName is null;

    /// <summary>Closed.</summary>
    public bool IsClosed => Outcome is not null;
}

/// <summary>An open conversation: its head and what was said.</summary>
public sealed record ConversationView(HeadView Head, IReadOnlyList<TurnView> Turns)
{
    /// <summary>So many of the newest posts are left out; 0 on the first page.</summary>
    public int Back { get; init; }

    /// <summary>How far back one goes to read what was said earlier; null where nothing was.</summary>
    public int? Earlier { get; init; }
}
