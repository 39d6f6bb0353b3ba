using NodaTime;
using Rotfeste.Dialogue.Turns;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Notes;

/// <summary>What a colleague said inside.</summary>
/// <param name="At">When.</param>
/// <param name="Id">Which.</param>
/// <param name="ByName">Who.</param>
/// <param name="ByUnit">The unit, or null.</param>
/// <param name="Text">The words; empty once taken away.</param>
/// <param name="HandedTo">Whom it was handed over to, or null.</param>
/// <param name="Told">Who was called in it.</param>
/// <param name="IsMine">The reader wrote it.</param>
/// <param name="IsRemoved">Taken away just now; only its writer sees that.</param>
public sealed record NoteView(
    Instant At, Guid Id, string ByName, string? ByUnit, string Text, string? HandedTo, IReadOnlyList<string> Told, bool IsMine, bool IsRemoved)
    : TurnView(At);

/// <summary>The field for a note.</summary>
/// <param name="Conversation">Which.</param>
/// <param name="Text">What was typed.</param>
/// <param name="Refusals">What must be mended.</param>
public sealed record NoteFormView(Guid Conversation, string Text, IReadOnlyList<Refusal> Refusals);
