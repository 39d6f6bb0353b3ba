using NodaTime;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Agreements.Contracts;

/// <summary>An agreement as one reader may see it, part by part; each part has its screen.</summary>
/// <param name="Id">The agreement; its addresses are agreements/{Id}/…</param>
/// <param name="Return">Where forms lead back to, a local address.</param>
/// <param name="Version">The present version; 0 before the first.</param>
/// <param name="Page">The present version's words; null before the first.</param>
/// <param name="Answer">Where this reader says where they stand; null when not asked or nothing is published.</param>
/// <param name="ToConfirm">What was recorded in meetings for this reader.</param>
/// <param name="Sentences">The sentences, hidden or side by side.</param>
/// <param name="Threads">Reservations, objections and questions.</param>
/// <param name="Versions">All versions, newest first.</param>
/// <param name="Stands">Who stands where.</param>
/// <param name="Meetings">Recorded meetings and, for owner and leader, the form for one.</param>
/// <param name="Refusals">What must be mended in the form that came back.</param>
public sealed record AgreementView(
    Guid Id, string Return, int Version, PageView? Page, AnswerFormView? Answer, IReadOnlyList<ConfirmView> ToConfirm,
    SentencesView Sentences, ThreadsView Threads, VersionsView Versions, StandsView Stands, MeetingsView Meetings,
    IReadOnlyList<Refusal> Refusals);

/// <summary>A version's words.</summary>
public sealed record PageView(int Version, string By, Instant At, IReadOnlyList<SectionView> Sections, IReadOnlyList<FieldView> Fields);

/// <summary>A section; no words where they were erased.</summary>
public sealed record SectionView(string Key, string Title, string? Words, string Hash);

/// <summary>Which named value.</summary>
public enum FieldName
{
    /// <summary>Money.</summary>
    Money,

    /// <summary>Hours a week, together.</summary>
    Hours,

    /// <summary>Last day of the budget period.</summary>
    PeriodEnd,

    /// <summary>Last day on which answers hold.</summary>
    LookAgain,
}

/// <summary>A named value, said in the reader's language.</summary>
public sealed record FieldView(FieldName Name, string Value);

/// <summary>The form in which one says where one stands.</summary>
/// <param name="Id">The agreement.</param>
/// <param name="Return">Where it leads back to.</param>
/// <param name="Version">The version that is read here, and answered on.</param>
/// <param name="Last">The last answer; null when there is none.</param>
/// <param name="Change">What changed since the last answer; null when nothing did.</param>
/// <param name="Whole">The choice for the whole page.</param>
/// <param name="Sections">The choices section by section.</param>
/// <param name="BySection">The sections are unfolded: answered so before, or the form came back.</param>
/// <param name="CanCall">The change can still be called more than wording.</param>
public sealed record AnswerFormView(
    Guid Id, string Return, int Version, LastAnswerView? Last, ComparisonView? Change, StandView Whole,
    IReadOnlyList<StandView> Sections, bool BySection, bool CanCall, IReadOnlyList<Refusal> Refusals);

/// <summary>The last answer of the reader.</summary>
public sealed record LastAnswerView(AnswerKind Kind, int Version, LocalDate On, StaleCause? Cause, IReadOnlyList<OwnAnswerView> Earlier);

/// <summary>An answer in one's own history.</summary>
public sealed record OwnAnswerView(AnswerKind Kind, int Version, LocalDate On);

/// <summary>The four choices for the page (empty section) or one section, with what is chosen and typed.</summary>
/// <param name="Section">Its key; empty for the page.</param>
/// <param name="Title">Its heading; empty for the page.</param>
/// <param name="Chosen">What is chosen; null when nothing.</param>
/// <param name="Reasons">What is typed, by answer.</param>
/// <param name="IsSettled">Answered before and unchanged since: folded away.</param>
public sealed record StandView(
    string Section, string Title, AnswerKind? Chosen, IReadOnlyDictionary<AnswerKind, string> Reasons, bool IsSettled);

/// <summary>What was recorded in a meeting for the reader, to confirm with one tap.</summary>
public sealed record ConfirmView(Guid Id, string Return, Guid Meeting, LocalDate On, int Version, AnswerKind Kind, string? Reason, bool IsOldVersion);

/// <summary>The sentences. None is here before they are opened but the reader's own.</summary>
/// <param name="Id">The agreement.</param>
/// <param name="Return">Where forms lead back to.</param>
/// <param name="IsOpen">They stand side by side.</param>
/// <param name="MayWrite">The reader takes part.</param>
/// <param name="Mine">The reader's own; null when none is written.</param>
/// <param name="IsDone">The reader wrote, or did not want to.</param>
/// <param name="Done">How many are done.</param>
/// <param name="Of">How many are waited for.</param>
/// <param name="Day">The day on which they open by themselves.</param>
/// <param name="Earliest">The first day that can be chosen.</param>
/// <param name="Leads">The reader is owner or leader.</param>
/// <param name="All">Side by side, in an order that says nothing.</param>
/// <param name="Alike">The owner's note.</param>
/// <param name="Unlike">The owner's note.</param>
public sealed record SentencesView(
    Guid Id, string Return, bool IsOpen, bool MayWrite, string? Mine, bool IsDone, int Done, int Of, LocalDate? Day, LocalDate Earliest, bool Leads,
    IReadOnlyList<SentenceView> All, string? Alike, string? Unlike, IReadOnlyList<Refusal> Refusals);

/// <summary>A sentence; no text where it was erased.</summary>
public sealed record SentenceView(string Name, string? Text);

/// <summary>All threads, open ones first, and the form for a question.</summary>
public sealed record ThreadsView(
    Guid Id, string Return, bool MayWrite, string Question, IReadOnlyList<ThreadView> Threads, IReadOnlyList<Refusal> Refusals);

/// <summary>A thread, with what this reader may do in it.</summary>
public sealed record ThreadView(
    Guid Thread, ThreadKind Kind, string Section, string RaisedBy, Instant At, int Version, IReadOnlyList<MessageView> Messages,
    ThreadEnd? End, string? EndedBy, int? EndedIn, string? Decided, bool IsKept, ThreadRights May, string Typed);

/// <summary>What a reader may do in a thread.</summary>
/// <param name="Write">Write in it.</param>
/// <param name="SayInMeeting">Tell what was answered in a meeting.</param>
/// <param name="TakeIn">The versions that may have taken it in, newest first.</param>
/// <param name="Accept">Accept the answer.</param>
/// <param name="Decide">Decide, with a reason.</param>
/// <param name="Keep">Keep the objection on record.</param>
public sealed record ThreadRights(bool Write, bool SayInMeeting, IReadOnlyList<int> TakeIn, bool Accept, bool Decide, bool Keep);

/// <summary>A message; no text where it was erased.</summary>
public sealed record MessageView(Guid Words, string Name, Instant At, LocalDate? SaidOn, string? Text, bool IsMine);

/// <summary>All versions, newest first. Return is where a comparison leads back to.</summary>
public sealed record VersionsView(Guid Id, string Return, IReadOnlyList<VersionRowView> Versions);

/// <summary>A version in the list.</summary>
public sealed record VersionRowView(int Number, string By, Instant At, bool IsCalledSubstantive);

/// <summary>Two versions compared.</summary>
public sealed record ComparisonView(Guid Id, int From, int To, IReadOnlyList<FieldChangeView> Fields, IReadOnlyList<SectionChangeView> Sections);

/// <summary>A named value before and after; null where there was none.</summary>
public sealed record FieldChangeView(FieldName Name, string? Before, string? After);

/// <summary>A section whose words changed.</summary>
public sealed record SectionChangeView(string Key, string Title, bool IsNew, bool IsGone, IReadOnlyList<PieceView> Pieces);

/// <summary>A piece of text in a comparison.</summary>
public sealed record PieceView(PieceKind Kind, string Text);

/// <summary>What became of a piece of text.</summary>
public enum PieceKind
{
    /// <summary>As it was.</summary>
    Same,

    /// <summary>New.</summary>
    Inserted,

    /// <summary>Gone.</summary>
    Removed,
}

/// <summary>Who stands where, by direction.</summary>
/// <param name="Directions">A row each; directions in which nobody is asked are left out.</param>
/// <param name="Answers">Those who have answered, with what it is worth.</param>
/// <param name="NotYet">Names of those who have not, for owner and leader alone; null for everyone else.</param>
public sealed record StandsView(IReadOnlyList<DirectionView> Directions, IReadOnlyList<StandRowView> Answers, IReadOnlyList<string>? NotYet);

/// <summary>One direction's counts.</summary>
public sealed record DirectionView(Directions Direction, DirectionCount Count);

/// <summary>One person's answer.</summary>
public sealed record StandRowView(string Name, Worth Worth, int Version, LocalDate On, StaleCause? Cause);

/// <summary>Recorded meetings, newest first, and the form for one (null where the reader may not record).</summary>
public sealed record MeetingsView(Guid Id, IReadOnlyList<MeetingView> Meetings, MeetingFormView? Form);

/// <summary>A recorded meeting. Of those who were there, only what they confirmed is told.</summary>
public sealed record MeetingView(MeetingKind Kind, LocalDate On, int Version, IReadOnlyList<string> There, string? Decided);

/// <summary>The form for a meeting.</summary>
public sealed record MeetingFormView(
    Guid Id, string Return, LocalDate Today, MeetingKind Kind, string Day, string Decided, IReadOnlyList<MeetingSeatView> Seats,
    MeetingFindView? Find, bool IsOpen, IReadOnlyList<Refusal> Refusals);

/// <summary>Finds people among many; null in the form where few are asked. Whoever is ticked stays, whatever is looked for.</summary>
/// <param name="Of">How many are asked.</param>
/// <param name="Name">What is typed of a name.</param>
/// <param name="Unit">The chosen unit's name, or "".</param>
/// <param name="Units">All units of those who are asked, by name.</param>
public sealed record MeetingFindView(int Of, string Name, string Unit, IReadOnlyList<string> Units);

/// <summary>A person who may have been there.</summary>
public sealed record MeetingSeatView(Guid Person, string Name, bool WasThere, AnswerKind? Said, string Why);

/// <summary>Whom a change will ask again, and why, by name.</summary>
public sealed record AskPreviewView(IReadOnlyList<AskGroupView> Asked, int Told, int Waiting);

/// <summary>Everyone who is asked for one reason.</summary>
public sealed record AskGroupView(AskReason Why, IReadOnlyList<string> Names);
