using NodaTime;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Listening.Searches;

/// <summary>The searches of an organisation.</summary>
/// <param name="Rows">By name, the stopped ones last.</param>
/// <param name="MayChange">Whether the reader may add and change.</param>
/// <param name="Input">The form for a new one.</param>
/// <param name="Refusals">Why it was refused.</param>
/// <param name="Trial">What it would have found, or null when nothing was typed.</param>
/// <param name="IsStreamOff">This installation reads no stream.</param>
public sealed record SearchesView(
    IReadOnlyList<SearchRowView> Rows, bool MayChange, SearchInput Input, IReadOnlyList<Refusal> Refusals, TrialView? Trial, bool IsStreamOff);

/// <summary>One search in the list.</summary>
public sealed record SearchRowView(Guid Id, string Name, SearchKind Kind, string Query, bool IsStopped, long LastWeek);

/// <summary>One search, to be changed.</summary>
/// <param name="Id">The search.</param>
/// <param name="Input">What the form holds.</param>
/// <param name="IsStopped">It rests.</param>
/// <param name="Refusals">What must be mended.</param>
/// <param name="Trial">What it would have found.</param>
/// <param name="Alerts">How often it may alert, and whether the reader is told; null while it rests.</param>
public sealed record SearchView(Guid Id, SearchInput Input, bool IsStopped, IReadOnlyList<Refusal> Refusals, TrialView? Trial, Waves.WaveChoiceView? Alerts);

/// <summary>What a search would have found lately.</summary>
/// <param name="Query">The query.</param>
/// <param name="Problem">Why it is refused, or null.</param>
/// <param name="Outline">The query in plain words, or null when it is refused.</param>
/// <param name="Hints">Small words in it that may have been meant as OR, AND, NOT or NEAR.</param>
/// <param name="StoredFound">Hits among stored posts.</param>
/// <param name="StoredLooked">Stored posts looked at.</param>
/// <param name="PassingFound">Hits among what went by in the open stream.</param>
/// <param name="PassingLooked">Posts of the stream looked at.</param>
/// <param name="PassingSince">Since when those went by, or null where there were none.</param>
/// <param name="Samples">The newest hits.</param>
public sealed record TrialView(
    string Query, QueryProblem? Problem, OutlineView? Outline, IReadOnlyList<string> Hints, int StoredFound, int StoredLooked, int PassingFound, int PassingLooked, Instant? PassingSince, IReadOnlyList<TrialSample> Samples);

/// <summary>A part of a query in plain words.</summary>
/// <param name="Words">The sentence.</param>
/// <param name="Parts">What belongs under it.</param>
public sealed record OutlineView(string Words, IReadOnlyList<OutlineView> Parts);

/// <summary>A hit, cut into marked and plain pieces.</summary>
public sealed record TrialSample(IReadOnlyList<MarkedPiece> Pieces, Instant At);

/// <summary>A piece of a text; marked where a search hit.</summary>
public sealed record MarkedPiece(string Text, bool IsMarked);

/// <summary>Why a query is refused, ready to be shown.</summary>
/// <param name="Reason">The sentence, in the reader's language.</param>
/// <param name="Before">The query up to the cause.</param>
/// <param name="Cause">The cause, empty where something is missing.</param>
/// <param name="After">The rest.</param>
/// <param name="Proposal">A nearby query that would be accepted, or null.</param>
public sealed record QueryProblem(string Reason, string Before, string Cause, string After, string? Proposal);
