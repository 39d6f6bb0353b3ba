using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Overviews;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Streams;
using Rotfeste.Listening.Tips;
using Rotfeste.Listening.Waves;
using Rotfeste.Platform.Ui.Charts;

namespace Rotfeste.Listening.Mentions;

/// <summary>The whole page.</summary>
/// <param name="Asked">What was asked for.</param>
/// <param name="Searches">To choose among; by name.</param>
/// <param name="Now">Sentence, figures and how the source stands; null where several things narrow the list, which no figure follows.</param>
/// <param name="Overview">What it divides into, or null where the list is narrowed or goes further back.</param>
/// <param name="Narrow">What narrows the list, in words.</param>
/// <param name="List">The newest mentions, or those further back.</param>
/// <param name="MayChange">Whether the reader may change searches.</param>
/// <param name="Undo">A mention that was put away just now, or null.</param>
public sealed record MentionsView(
    MentionsAsked Asked,
    IReadOnlyList<SearchChoice> Searches, MentionsNowView? Now, OverviewView? Overview, NarrowView Narrow,
    MentionListView List, bool MayChange, Guid? Undo);

/// <summary>What narrows the list, and what may.</summary>
/// <param name="Words">Each thing that narrows it, in words.</param>
/// <param name="Labels">The organisation's labels.</param>
/// <param name="Sources">Networks that mentions came from.</param>
/// <param name="Languages">Tags that they are listed under, with their names.</param>
public sealed record NarrowView(
    IReadOnlyList<string> Words, IReadOnlyList<LabelView> Labels, IReadOnlyList<NameView> Sources, IReadOnlyList<NameView> Languages);

/// <summary>A label.</summary>
public sealed record LabelView(Guid Id, string Name);

/// <summary>A stored value and its name in the reader's words.</summary>
public sealed record NameView(string Value, string Name);

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
/// <param name="Waves">What is said unusually much of now, or was a moment ago.</param>
public sealed record MentionsNowView(
    MentionsAsked Asked,
    long Count,
    Instant Since,
    int? ChangeInPercent,
    IReadOnlyList<ChartBar> Wide,
    IReadOnlyList<ChartBar> Phone,
    SourceView Source,
    IReadOnlyList<GapView> Gaps,
    IReadOnlyList<WaveView> Waves);

/// <summary>A stretch in which nobody listened, or not everywhere.</summary>
/// <param name="Name">What is missing, and when: "No data 17 November 6 am–6 pm".</param>
/// <param name="Means">Why, in a sentence.</param>
public sealed record GapView(string Name, string Means);

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
/// <param name="Language">The language in the reader's words, or null.</param>
/// <param name="IsLanguageGuessed">We told the language from the words.</param>
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
    bool IsLanguageGuessed,
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

    /// <summary>When its author's newer words were seen, or null.</summary>
    public Instant? ChangedAt { get; init; }

    /// <summary>It stands at a network where we can answer.</summary>
    public bool CanBeAnswered { get; init; } = true;

    /// <summary>Others that say the same.</summary>
    public int Likes { get; init; }

    /// <summary>The group of those that say the same.</summary>
    public Guid LikeGroup { get; init; }

    /// <summary>All that say the same are put away, and those to come.</summary>
    public bool AreLikesDismissed { get; init; }

    /// <summary>Its labels, by name.</summary>
    public IReadOnlyList<LabelView> Labels { get; init; } = [];

    /// <summary>Who was asked to look at it, and the note; null where nobody was.</summary>
    public HandedView? Handed { get; init; }
}

/// <summary>To whom a mention was handed, by whom, and the note.</summary>
public sealed record HandedView(string To, string By, string Note);

/// <summary>A search that hit.</summary>
public sealed record MentionHit(string Name, string Query);
