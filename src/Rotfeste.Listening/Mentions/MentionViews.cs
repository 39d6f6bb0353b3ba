using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Streams;
using Rotfeste.Listening.Tips;
using Rotfeste.Platform.Ui.Charts;

namespace Rotfeste.Listening.Mentions;

/// <summary>What the page was asked for.</summary>
/// <param name="Search">One search only, or null for all.</param>
/// <param name="Days">How far the figures look back.</param>
/// <param name="Before">The list goes on after this one, or null for its top.</param>
public sealed record MentionsAsked(Guid? Search, int Days, MentionPlace? Before)
{
    /// <summary>The address that asks for the same, with another place in the list.</summary>
    public string Address(string page, MentionPlace? before) =>
        $"{page}?days={Days}{(Search is { } search ? $"&search={search}" : "")}{(before is null ? "" : $"&before={before}")}";
}

/// <summary>The whole page.</summary>
/// <param name="Asked">What was asked for.</param>
/// <param name="Searches">To choose among; by name.</param>
/// <param name="Now">Sentence, figures and how the source stands.</param>
/// <param name="List">The newest mentions, or those further back.</param>
/// <param name="MayChange">Whether the reader may change searches.</param>
/// <param name="Undo">A mention that was put away just now, or null.</param>
public sealed record MentionsView(
    MentionsAsked Asked, IReadOnlyList<SearchChoice> Searches, MentionsNowView Now, MentionListView List, bool MayChange, Guid? Undo);

/// <summary>A search to choose.</summary>
public sealed record SearchChoice(Guid Id, string Name);

/// <summary>What is said, in figures.</summary>
/// <param name="Asked">What was asked for.</param>
/// <param name="Count">Mentions in the stretch.</param>
/// <param name="Since">Its first day.</param>
/// <param name="ChangeInPercent">Against the stretch before, or null where that is not fully known.</param>
/// <param name="Wide">Bars of six hours.</param>
/// <param name="Phone">Bars of a day.</param>
/// <param name="Source">How the open stream stands.</param>
/// <param name="Gaps">Stretches nobody received, newest first.</param>
public sealed record MentionsNowView(
    MentionsAsked Asked,
    long Count,
    Instant Since,
    int? ChangeInPercent,
    IReadOnlyList<ChartBar> Wide,
    IReadOnlyList<ChartBar> Phone,
    SourceView Source,
    IReadOnlyList<GapView> Gaps);

/// <summary>A stretch in which nobody listened.</summary>
public sealed record GapView(Instant From, Instant Until);

/// <summary>A stretch of the list.</summary>
/// <param name="Asked">What was asked for.</param>
/// <param name="Rows">Newest first.</param>
/// <param name="Next">Where the list goes on, or null at its end.</param>
/// <param name="HasSearches">False before anybody wrote a search.</param>
/// <param name="MayChange">Whether the reader may add one.</param>
public sealed record MentionListView(MentionsAsked Asked, IReadOnlyList<MentionView> Rows, MentionPlace? Next, bool HasSearches, bool MayChange);

/// <summary>One mention.</summary>
/// <param name="Id">The mention.</param>
/// <param name="Author">A name, a handle, or a shortened id.</param>
/// <param name="Handle">The handle where <paramref name="Author"/> is a name, or null.</param>
/// <param name="At">The network's time.</param>
/// <param name="Network">"Bluesky".</param>
/// <param name="Language">The post's own language in the reader's words, or null.</param>
/// <param name="Pieces">The words, marked where searches hit; empty once erased.</param>
/// <param name="Alts">What the author says is in the pictures.</param>
/// <param name="WebLink">Where one reads it, or null.</param>
/// <param name="Why">Which searches hit.</param>
/// <param name="Erased">Why the words are gone, or null.</param>
/// <param name="IsTaken">Taken into dialogue.</param>
/// <param name="IsDismissed">Put away as not for us.</param>
public sealed record MentionView(
    Guid Id,
    string Author,
    string? Handle,
    Instant At,
    string Network,
    string? Language,
    IReadOnlyList<MarkedPiece> Pieces,
    IReadOnlyList<string> Alts,
    string? WebLink,
    IReadOnlyList<MentionHit> Why,
    ErasedBecause? Erased,
    bool IsTaken,
    bool IsDismissed)
{
    /// <summary>Who gave it as a tip, and why.</summary>
    public IReadOnlyList<TipLineView> Tips { get; init; } = [];

    /// <summary>It stands at a network where we can answer.</summary>
    public bool CanBeAnswered { get; init; } = true;
}

/// <summary>A search that hit.</summary>
public sealed record MentionHit(string Name, string Query);
