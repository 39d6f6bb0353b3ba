namespace Rotfeste.Dialogue.Presences;

/// <summary>The others who have a conversation open right now, by name.</summary>
/// <param name="Conversation">Which.</param>
/// <param name="Writing">Those who are writing an answer.</param>
/// <param name="Looking">Those who only look.</param>
public sealed record HereView(Guid Conversation, IReadOnlyList<string> Writing, IReadOnlyList<string> Looking);
