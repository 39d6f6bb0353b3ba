using Rotfeste.Platform.Ledger;

namespace Rotfeste.Dialogue.Exports;

/// <summary>A conversation as the archive gets it: the same in conversation.json and conversation.html. Times are ISO 8601 in the organisation's zone.</summary>
public sealed record ArchivedConversation
{
    /// <summary>What this is, and which version of it.</summary>
    public string Format { get; init; } = "rotfeste-conversation/1";

    /// <summary>The conversation's id here.</summary>
    public required Guid Id { get; init; }

    /// <summary>The organisation's name.</summary>
    public required string Organisation { get; init; }

    /// <summary>Where it was held.</summary>
    public required string Network { get; init; }

    /// <summary>Our account it came to, or null.</summary>
    public required string? Account { get; init; }

    /// <summary>The network's address of the thread.</summary>
    public required string Thread { get; init; }

    /// <summary>Conversations that went into this one: what was said in them stands among the turns.</summary>
    public IReadOnlyList<ArchivedPart> Parts { get; init; } = [];

    /// <summary>The conversation that this one went into, or null.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>Whose turn it was.</summary>
    public required string State { get; init; }

    /// <summary>What came of it, or null while it is open.</summary>
    public required string? Outcome { get; init; }

    /// <summary>Who closed it, or null.</summary>
    public required ArchivedDeed? Closed { get; init; }

    /// <summary>The organisation's labels on it.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Who flagged it for the archive, and who took that away.</summary>
    public required IReadOnlyList<ArchivedFlag> Flags { get; init; }

    /// <summary>What was said, in order.</summary>
    public required IReadOnlyList<ArchivedTurn> Turns { get; init; }

    /// <summary>What was covered here because nobody should have to read it.</summary>
    public required IReadOnlyList<ArchivedCover> Covered { get; init; }

    /// <summary>What happened, and when.</summary>
    public required IReadOnlyList<ArchivedEvent> History { get; init; }

    /// <summary>What the ledger holds about it.</summary>
    public required IReadOnlyList<LedgerLine> Ledger { get; init; }
}

/// <summary>A conversation that went into another, and its thread.</summary>
public sealed record ArchivedPart(Guid Id, string Thread);

/// <summary>Somebody of ours did something.</summary>
public sealed record ArchivedDeed(string By, Guid Person, string At);

/// <summary>A flag for the archive.</summary>
public sealed record ArchivedFlag(ArchivedDeed Flagged, string Case, ArchivedDeed? Removed, string Reason);

/// <summary>Words that were covered on our own screens, and why.</summary>
public sealed record ArchivedCover(ArchivedDeed Covered, string Kind, string Reason, bool Stands, ArchivedDeed? Uncovered);

/// <summary>Something that happened.</summary>
public sealed record ArchivedEvent(string At, string Kind);

/// <summary>A picture: the file in the package, or null where it could not be had.</summary>
public sealed record ArchivedPicture(string? File, string AltText);

/// <summary>Something said by them or by us.</summary>
public sealed record ArchivedTurn
{
    /// <summary>When it was said.</summary>
    public required string At { get; init; }

    /// <summary>An answer of ours, written here.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>Written from an account of ours.</summary>
    public bool IsOurs { get; init; }

    /// <summary>As the public saw it: the author's name, or the signature.</summary>
    public string Name { get; init; } = "";

    /// <summary>The author's handle.</summary>
    public string Handle { get; init; } = "";

    /// <summary>The employee behind an answer.</summary>
    public ArchivedDeed? Employee { get; init; }

    /// <summary>The words; empty once erased.</summary>
    public string Text { get; init; } = "";

    /// <summary>Why the words are gone, or null.</summary>
    public string? Erased { get; init; }

    /// <summary>Its author deleted it; the words are here because the organisation has a ground to archive them.</summary>
    public bool IsKeptForArchive { get; init; }

    /// <summary>When its author changed it, or null; earlier words are not kept.</summary>
    public string? ChangedAt { get; init; }

    /// <summary>How an answer stands.</summary>
    public string? Standing { get; init; }

    /// <summary>Who could see it.</summary>
    public string Audience { get; init; } = "Everyone";

    /// <summary>The network's lasting address.</summary>
    public string? Address { get; init; }

    /// <summary>Where a person read it.</summary>
    public string? Link { get; init; }

    /// <summary>Pictures with it.</summary>
    public IReadOnlyList<ArchivedPicture> Pictures { get; init; } = [];
}
