using NodaTime;
using Rotfeste.Initiatives.Carriers;
using Rotfeste.Initiatives.Dangers;
using Rotfeste.Initiatives.Gates;
using Rotfeste.Initiatives.UrgentPosts;
using Rotfeste.Platform.Slots;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Initiatives.Pages;

/// <summary>An initiative's page.</summary>
/// <param name="Head">Its title and who stands for it.</param>
/// <param name="Stages">The way ahead.</param>
/// <param name="Gate">What is missing before the next stage; null where nothing comes next.</param>
/// <param name="Directions">Up, in and sideways.</param>
/// <param name="Dangers">Nearest first.</param>
/// <param name="Heard">How much was settled when people were told and heard, by direction; empty before the first version.</param>
/// <param name="Plan">The page itself.</param>
/// <param name="Carried">The accounts it carries.</param>
/// <param name="Traces">What they led to.</param>
/// <param name="Agreement">Threads, versions and meetings.</param>
/// <param name="Urgent">What could not wait, newest first.</param>
/// <param name="Told">What just happened, as a key of the page's texts; null where nothing did.</param>
public sealed record InitiativePageView(
    HeadView Head, IReadOnlyList<StageView> Stages, GateView? Gate, IReadOnlyList<DirectionView> Directions,
    IReadOnlyList<DangerView> Dangers, IReadOnlyList<HearingView> Heard, PlanView Plan, CarriedView Carried, IReadOnlyList<Trace> Traces,
    Rotfeste.Agreements.Contracts.AgreementView Agreement, IReadOnlyList<UrgentPostView> Urgent, string? Told);

/// <summary>Title and people.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Unit">The unit's name, or null.</param>
/// <param name="Owner">By name.</param>
/// <param name="Leader">By name.</param>
/// <param name="MayWrite">The reader is owner or accountable leader.</param>
/// <param name="AsksMe">The reader is asked and has no answer that holds.</param>
/// <param name="IsAsked">The reader is asked.</param>
public sealed record HeadView(
    string Address, string Title, string? Unit, string Owner, string Leader, bool MayWrite, bool AsksMe, bool IsAsked);

/// <summary>A stage on the time line. Is: "done", "now", "next" or null.</summary>
/// <param name="Name">A key of the texts.</param>
/// <param name="Is">Where it is.</param>
/// <param name="On">Its day, or null where none is set.</param>
/// <param name="Needs">What must be agreed before it, as keys.</param>
public sealed record StageView(string Name, string? Is, LocalDate? On, IReadOnlyList<string> Needs);

/// <summary>One direction. State words and names; those who have not answered are counted, not named.</summary>
public sealed record DirectionView(string Key, string Mark, Standing State, int In, int Of, IReadOnlyList<PersonStandView> People, int NotYet);

/// <summary>A person who said where they stand; or, for owner and leader alone, one who has not yet.</summary>
public sealed record PersonStandView(string Name, Standing State, string Key, int? Version);

/// <summary>The page itself.</summary>
/// <param name="Version">The version shown; 0 while it is a draft.</param>
/// <param name="Sections">In reading order.</param>
/// <param name="HasChanges">What is being written differs from what was published.</param>
/// <param name="Money">Of the frame.</param>
/// <param name="Hours">Of the frame.</param>
/// <param name="Until">Of the frame.</param>
public sealed record PlanView(
    int Version, IReadOnlyList<PlanSectionView> Sections, bool HasChanges, decimal? Money, decimal? Hours, LocalDate? Until);

/// <summary>A section. Title is a heading in the reader's language.</summary>
public sealed record PlanSectionView(string Key, string Title, string Words);
