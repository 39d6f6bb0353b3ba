using NodaTime;
using Rotfeste.Initiatives.Starts;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Initiatives.Questions;

/// <summary>Everything that was asked and answered, what waits between this reader and a leader, and the form.</summary>
/// <param name="Leaders">Who can be asked.</param>
/// <param name="Leader">Who is chosen, or "".</param>
/// <param name="Text">What is typed.</param>
/// <param name="Waiting">Not answered yet: asked by the reader or put to them.</param>
/// <param name="Answered">Newest first.</param>
/// <param name="Refusals">What must be mended.</param>
public sealed record QuestionsView(
    IReadOnlyList<PersonChoiceView> Leaders, string Leader, string Text, IReadOnlyList<QuestionView> Waiting,
    IReadOnlyList<QuestionView> Answered, IReadOnlyList<Refusal> Refusals);

/// <summary>A question with its answer.</summary>
/// <param name="Id">Which.</param>
/// <param name="Talk">Where the talk is read.</param>
/// <param name="Address">Where its forms post to.</param>
/// <param name="By">Who asks, by name.</param>
/// <param name="Leader">Who is asked, by name.</param>
/// <param name="HasLeft">The leader has left.</param>
/// <param name="At">When it was asked.</param>
/// <param name="Text">In their words.</param>
/// <param name="Answer">In the leader's words; empty until then.</param>
/// <param name="AnsweredAt">When.</param>
/// <param name="IsForMe">It waits for this reader.</param>
/// <param name="IsMine">This reader asked.</param>
/// <param name="FollowUps">How many further questions were answered.</param>
public sealed record QuestionView(
    Guid Id, string Talk, string Address, string By, string Leader, bool HasLeft, Instant At, string Text, string Answer, Instant? AnsweredAt,
    bool IsForMe, bool IsMine, int FollowUps);

/// <summary>One talk: the first question, and those that followed.</summary>
/// <param name="First">The first.</param>
/// <param name="Further">Oldest first.</param>
/// <param name="ToAnswer">The one whose answer this reader writes here; null where none waits.</param>
/// <param name="Answer">What is typed of it.</param>
/// <param name="Text">What is typed of a further question.</param>
/// <param name="Refusals">What must be mended.</param>
public sealed record TalkView(
    QuestionView First, IReadOnlyList<QuestionView> Further, Guid? ToAnswer, string Answer, string Text, IReadOnlyList<Refusal> Refusals);
