using NodaTime;
using Rotfeste.Listening.Streams;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Listening.Sources;

/// <summary>The page of sources.</summary>
/// <param name="Stream">How the open stream stands.</param>
/// <param name="Rows">The others, by name.</param>
/// <param name="Imports">Files, newest first.</param>
/// <param name="MayChange">Whether the reader may add and change them.</param>
/// <param name="Address">What was typed as a web address.</param>
/// <param name="Found">Feeds of that address to choose among.</param>
/// <param name="Refusals">What must be mended.</param>
/// <param name="Secret">A webhook's secret, shown this once, or null.</param>
public sealed record SourcesView(
    SourceView Stream, IReadOnlyList<SourceRowView> Rows, IReadOnlyList<ImportView> Imports, bool MayChange, string Address,
    IReadOnlyList<FeedChoice> Found, IReadOnlyList<Refusal> Refusals, SecretView? Secret)
{
    /// <summary>Public lists of the servers that our accounts are at.</summary>
    public IReadOnlyList<Timelines.TimelineView> Lists { get; init; } = [];
}

/// <summary>A source.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Address">Of the feed, or where messages are sent to; null for the others.</param>
/// <param name="TakesAll">All of it is shown.</param>
/// <param name="IsPaused">Nobody asks it.</param>
/// <param name="Trouble">What ails it.</param>
/// <param name="Since">Since when, or when it was last heard, or null before that.</param>
/// <param name="NewAt">When it last had something new, or null.</param>
/// <param name="Received">New posts in seven days.</param>
/// <param name="Found">Those that became mentions.</param>
public sealed record SourceRowView(
    Guid Id, SourceKind Kind, string Name, string? Address, bool TakesAll, bool IsPaused, SourceTrouble Trouble, Instant? Since, Instant? NewAt, long Received, long Found);

/// <summary>A file that is or was read.</summary>
/// <param name="FileName">As it was uploaded.</param>
/// <param name="State">How it stands.</param>
/// <param name="At">When it ended, or began.</param>
/// <param name="Percent">How much is read, 0 to 100.</param>
/// <param name="Lines">Lines read.</param>
/// <param name="Found">New mentions.</param>
/// <param name="Bad">Lines that are no posts.</param>
/// <param name="WrongLines">Numbers of the first of them.</param>
/// <param name="IsWaiting">The database takes nothing just now.</param>
public sealed record ImportView(
    string FileName, Imports.ImportState State, Instant At, int Percent, long Lines, long Found, long Bad, string WrongLines, bool IsWaiting);

/// <summary>A feed that a page names.</summary>
public sealed record FeedChoice(string Address, string Name);

/// <summary>What the other system must know.</summary>
public sealed record SecretView(string Address, string Secret);
