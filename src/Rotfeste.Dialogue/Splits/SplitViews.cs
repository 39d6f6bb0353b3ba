using NodaTime;

namespace Rotfeste.Dialogue.Splits;

/// <summary>A post that can be taken out, with what answers it.</summary>
/// <param name="Post">Which.</param>
/// <param name="Name">Who wrote it, or null.</param>
/// <param name="Text">The beginning of what was written.</param>
/// <param name="At">When.</param>
/// <param name="Following">So many more of the same person's posts go along.</param>
public sealed record SplitChoiceView(Guid Post, string? Name, string Text, Instant At, int Following);

/// <summary>The page on which a post is taken out of a conversation.</summary>
/// <param name="Conversation">The one it lies in.</param>
/// <param name="Name">The other side, or null.</param>
/// <param name="Choices">What can be taken out.</param>
/// <param name="Refused">Why what was chosen cannot, or null.</param>
public sealed record SplittingView(Guid Conversation, string? Name, IReadOnlyList<SplitChoiceView> Choices, string? Refused);

/// <summary>A conversation that was taken out of the open one, or that the open one was taken out of.</summary>
/// <param name="Conversation">Which.</param>
/// <param name="IsOrigin">The open one was taken out of it.</param>
/// <param name="MayMerge">They can be one again.</param>
public sealed record SplitLineView(Guid Conversation, bool IsOrigin, bool MayMerge);
