using Rotfeste.Dialogue.Turns;

namespace Rotfeste.Dialogue.OpenAnswers;

/// <summary>An answer in the public list.</summary>
public sealed record OpenRowView(string Topic, string Question, string Address, string Language);

/// <summary>The public list.</summary>
/// <param name="Organisation">Whose.</param>
/// <param name="Root">Its address.</param>
/// <param name="Words">What was looked for.</param>
/// <param name="Rows">By topic.</param>
public sealed record OpenListView(string Organisation, string Root, string Words, IReadOnlyList<OpenRowView> Rows);

/// <summary>A public answer.</summary>
/// <param name="Organisation">Whose.</param>
/// <param name="Root">The list's address.</param>
/// <param name="Question">What people ask.</param>
/// <param name="Pieces">What we answer.</param>
/// <param name="Sources">Where it is known from; a link where it is one.</param>
/// <param name="Kept">When it was last changed, as it is written.</param>
/// <param name="KeptOn">The same, for machines.</param>
/// <param name="HelpAddress">Where "did this help" goes.</param>
/// <param name="Token">Goes with it.</param>
/// <param name="IsThanked">It was just answered.</param>
public sealed record OpenAnswerView(
    string Organisation, string Root, string Question, IReadOnlyList<PieceView> Pieces, IReadOnlyList<PieceView> Sources, string Kept, string KeptOn,
    string HelpAddress, string Token, bool IsThanked);
