using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Subjects;

/// <summary>What a person says of themselves.</summary>
/// <param name="Lines">A subject on each line.</param>
/// <param name="Away">The last day away, as typed.</param>
/// <param name="Most">Questions at a time.</param>
/// <param name="Refusals">What must be mended.</param>
/// <param name="IsSaved">It was saved just now.</param>
public sealed record SubjectsView(string Lines, string Away, int Most, IReadOnlyList<Refusal> Refusals, bool IsSaved);
