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
/// <param name="By">Who asks, by name; empty once the question is erased.</param>
/// <param name="Leader">Who is asked, by name.</param>
/// <param name="HasLeft">The leader has left.</param>
/// <param name="At">When it was asked.</param>
/// <param name="Text">In their words.</param>
/// <param name="Answer">In the leader's words; empty until then.</param>
/// <param name="AnsweredAt">When.</param>
/// <param name="IsForMe">It waits for this reader.</param>
/// <param name="IsMine">This reader asked.</param>
/// <param name="FollowUps">How many further questions were answered.</param>
/// <param name="Hands">Who left it to whom, first to last.</param>
/// <param name="Others">To whom this reader may leave it; empty where they may not.</param>
public sealed record QuestionView(
    Guid Id, string Talk, string Address, string By, string Leader, bool HasLeft, Instant At, string Text, string Answer, Instant? AnsweredAt,
    bool IsForMe, bool IsMine, int FollowUps, IReadOnlyList<HandView> Hands, IReadOnlyList<PersonChoiceView> Others);

/// <summary>A question left somebody's hands.</summary>
/// <param name="From">Who had it, by name.</param>
/// <param name="ByThem">They left it to another themselves; otherwise whoever asked did.</param>
/// <param name="At">When.</param>
public sealed record HandView(string From, bool ByThem, Instant At);

/// <summary>One talk.</summary>
/// <param name="Questions">The first question and those that followed, oldest first.</param>
/// <param name="ToAnswer">The one whose answer this reader writes here; null where none waits.</param>
/// <param name="Typed">What is typed in its forms.</param>
/// <param name="Refusals">What must be mended.</param>
public sealed record TalkView(IReadOnlyList<QuestionView> Questions, Guid? ToAnswer, TalkTyped Typed, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>Where the talk began.</summary>
    public QuestionView First => Questions[0];
}

/// <summary>What is typed in a talk's forms, where it comes back.</summary>
/// <param name="Answer">The leader's answer.</param>
/// <param name="Text">A further question.</param>
/// <param name="To">To whom it is left.</param>
/// <param name="Mended">The question in better words; null where nobody mends it.</param>
public sealed record TalkTyped(string Answer = "", string Text = "", string To = "", string? Mended = null)
{
    /// <summary>Nothing is typed.</summary>
    public static TalkTyped Nothing { get; } = new();
}
