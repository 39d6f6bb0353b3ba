using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Facts;

namespace Rotfeste.People.Contracts;

/// <summary>An organisation was set up.</summary>
[FactName("organisation-founded")]
public sealed record OrganisationFounded(OrganisationId Organisation, OrganisationKind Kind) : IFact;

/// <summary>A person became a member.</summary>
[FactName("person-joined")]
public sealed record PersonJoined(OrganisationId Organisation, PersonId Person, Roles Roles, UnitId? Unit) : IFact;

/// <summary>A member was deactivated.</summary>
[FactName("person-left")]
public sealed record PersonLeft(OrganisationId Organisation, PersonId Person) : IFact;

/// <summary>A person may answer for the organisation from now on, or no longer.</summary>
[FactName("may-answer-changed")]
public sealed record MayAnswerChanged(OrganisationId Organisation, PersonId Person, bool MayAnswer) : IFact;
