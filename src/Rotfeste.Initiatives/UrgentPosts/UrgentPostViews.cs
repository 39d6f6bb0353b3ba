using NodaTime;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Initiatives.UrgentPosts;

/// <summary>Something that was sent as urgent.</summary>
/// <param name="Address">Where it is explained.</param>
/// <param name="Handle">From which account; null where this reader does not see it.</param>
/// <param name="WebLink">Where it is read, once sent; null otherwise.</param>
/// <param name="By">Who sent it, by name.</param>
/// <param name="At">When.</param>
/// <param name="Explanation">What happened; empty until somebody has told, and where the words were erased.</param>
/// <param name="ExplainedBy">Who told, by name; null until then.</param>
/// <param name="ExplainedAt">When; null until then.</param>
/// <param name="CorrectedAt">When it was put in better words; null where it was not.</param>
/// <param name="Step">A key of what this reader can do with it: "Explain", "Change"; null where nothing.</param>
public sealed record UrgentPostView(
    string Address, string? Handle, string? WebLink, string By, Instant At, string Explanation, string? ExplainedBy, Instant? ExplainedAt, Instant? CorrectedAt,
    string? Step);

/// <summary>One of them, with the form.</summary>
/// <param name="Post">What was sent.</param>
/// <param name="Typed">What is typed, or what was told and may be put in better words.</param>
/// <param name="MayWrite">This reader tells what it was, or puts it in better words.</param>
/// <param name="MayErase">This reader may erase the words.</param>
/// <param name="Initiative">The title of what the channel is for; null where it is for nothing.</param>
/// <param name="InitiativeAddress">Where that is.</param>
/// <param name="Refusals">What must be mended.</param>
public sealed record UrgentPostPageView(
    UrgentPostView Post, string Typed, bool MayWrite, bool MayErase, string? Initiative, string? InitiativeAddress, IReadOnlyList<Refusal> Refusals);
