using NodaTime;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Initiatives.Gates;

/// <summary>"Ready to start?": what is missing before the next stage.</summary>
/// <param name="Address">Where the initiative is.</param>
/// <param name="To">The next stage, as a key.</param>
/// <param name="Word">A key of what going on is called: the stage, or "Onwards" after having looked again.</param>
/// <param name="IsReady">Nothing is missing.</param>
/// <param name="IsPublished">There is a version to agree on.</param>
/// <param name="Met">How many needs are met.</param>
/// <param name="Of">How many there are.</param>
/// <param name="On">The day that is set for it, or null.</param>
/// <param name="Missing">What is missing, each with one action that helps.</param>
/// <param name="Reached">Keys of what is met.</param>
/// <param name="Waiver">The exception, or null.</param>
/// <param name="MayPass">The reader can go on now.</param>
/// <param name="MayPlan">The reader may change what is to be agreed.</param>
/// <param name="MayWaive">The reader is the accountable leader, and something is missing.</param>
public sealed record GateView(
    string Address, string To, string Word, bool IsReady, bool IsPublished, int Met, int Of, LocalDate? On, IReadOnlyList<MissingView> Missing,
    IReadOnlyList<string> Reached, WaiverView? Waiver, bool MayPass, bool MayPlan, bool MayWaive);

/// <summary>Something that is missing.</summary>
/// <param name="Need">A key.</param>
/// <param name="State">Its mark.</param>
/// <param name="Has">How many are there.</param>
/// <param name="Of">Of how many.</param>
/// <param name="Names">Who it waits for; empty unless the reader may know.</param>
/// <param name="Open">How many threads are open.</param>
/// <param name="Action">A key of the next step.</param>
/// <param name="ActionAddress">Where it is taken; null where the reader can do nothing.</param>
public sealed record MissingView(
    string Need, Standing State, int Has, int Of, IReadOnlyList<string> Names, int Open, string Action, string? ActionAddress);

/// <summary>An exception that the accountable leader gave.</summary>
public sealed record WaiverView(string By, string Reason, LocalDate Until);

/// <summary>The form of an exception.</summary>
public sealed record WaiverFormView(string Address, string Title, string Reason, string Until, int MostDays, IReadOnlyList<Refusal> Refusals);

/// <summary>What must be agreed when. Days are ISO text, "" where none is set.</summary>
public sealed record GatesView(
    string Address, string Title, bool MayChange, string StartsOn, string PilotOn, string LookAgainOn, bool HasReview, string EndsOn,
    IReadOnlyList<GateSetView> Sets, IReadOnlyList<Refusal> Refusals);

/// <summary>What is to be agreed before a stage.</summary>
public sealed record GateSetView(string Stage, IReadOnlyList<NeedChoiceView> Needs);

/// <summary>A need, chosen or not.</summary>
public sealed record NeedChoiceView(string Need, bool IsChosen);
