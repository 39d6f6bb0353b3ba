using NodaTime;
using Rotfeste.Dialogue.Library;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Unusual;

/// <summary>A question that sounds like the others.</summary>
/// <param name="Conversation">Where.</param>
/// <param name="Seen">The newest turn on the page.</param>
/// <param name="Name">Who asks, or null.</param>
/// <param name="Text">The beginning of it.</param>
public sealed record SameQuestionView(Guid Conversation, int Seen, string? Name, string Text);

/// <summary>One that is over.</summary>
public sealed record PastView(Guid Id, string Title, Instant BeganAt, Instant EndedAt, int Asked, int Answered, string LookBack);

/// <summary>The page: what goes on now, or how it is begun.</summary>
public sealed record UnusualView(
    Guid? Id, string Title, Guid Lead, string LeadName, string OnCall, string Agreed, bool HoldsPublishing, Instant? BeganAt, int Asked, int Answered,
    IReadOnlyList<OwnerView> People, IReadOnlyList<SameQuestionView> Same, IReadOnlyList<PastView> Past, IReadOnlyList<Refusal> Refusals)
{
    /// <summary>The reader may begin, change and end it.</summary>
    public bool MayLead { get; init; }

    /// <summary>The reader may answer.</summary>
    public bool MayAnswer { get; init; }

    /// <summary>How many answers were ordered just now, and how many conversations were left; null where none were.</summary>
    public (int Sent, int Left)? Answers { get; init; }
}
