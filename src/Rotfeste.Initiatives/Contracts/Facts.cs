using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Initiatives.Contracts;

/// <summary>Somebody put an idea up.</summary>
[FactName("idea-put-up")]
public sealed record IdeaPutUp(OrganisationId Organisation, IdeaId Idea, PersonId By, Instant At) : IFact;

/// <summary>An initiative began, from an idea or without one.</summary>
[FactName("initiative-started")]
public sealed record InitiativeStarted(
    OrganisationId Organisation, InitiativeId Initiative, IdeaId? Idea, PersonId Owner, PersonId Leader, Instant At) : IFact;

/// <summary>An initiative went on to its next stage.</summary>
[FactName("initiative-gate-passed")]
public sealed record GatePassed(
    OrganisationId Organisation, InitiativeId Initiative, InitiativeStage From, InitiativeStage To, int Version, PersonId By, Instant At) : IFact;

/// <summary>A trial ended with something learnt.</summary>
[FactName("initiative-trial-ended")]
public sealed record TrialEnded(OrganisationId Organisation, InitiativeId Initiative, PersonId By, Instant At) : IFact;

/// <summary>The accountable leader gave an exception.</summary>
[FactName("initiative-waiver-given")]
public sealed record WaiverGiven(OrganisationId Organisation, InitiativeId Initiative, PersonId By, LocalDate Until, Instant At) : IFact;
