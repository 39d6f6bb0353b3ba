using NodaTime;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Initiatives.Trials;

/// <summary>A trial's page.</summary>
public sealed record TrialView(
    string Address, string Title, string Believe, string LookAt, string Until, string Learnt, bool IsPlanned, bool MayWrite,
    IReadOnlyList<Refusal> Refusals);

/// <summary>What was learnt, newest first.</summary>
public sealed record LearningsView(string Asked, IReadOnlyList<LearningView> Learnings);

/// <summary>Something learnt.</summary>
public sealed record LearningView(string Address, string Title, string Believed, string Learnt, Instant At, string By);
