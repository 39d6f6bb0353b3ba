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
