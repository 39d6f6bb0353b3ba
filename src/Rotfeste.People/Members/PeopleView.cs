using NodaTime;
using Rotfeste.People.Contracts;

namespace Rotfeste.People.Members;

/// <summary>Everybody in the organisation, by unit.</summary>
/// <param name="Units">In the order of the tree; those without a unit first.</param>
/// <param name="Invitations">Open ones; empty for whoever may not invite.</param>
/// <param name="AsksYou">A leader would like this person to answer, and waits for the own yes.</param>
public sealed record PeopleView(IReadOnlyList<PeopleUnitView> Units, IReadOnlyList<InvitedView> Invitations, bool AsksYou);

/// <summary>One unit's people.</summary>
/// <param name="Name">The unit, or null for those without one.</param>
/// <param name="Members">By name.</param>
public sealed record PeopleUnitView(string? Name, IReadOnlyList<MemberView> Members);

/// <summary>A member.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Full name.</param>
/// <param name="Email">Mail address.</param>
/// <param name="Roles">The set.</param>
/// <param name="Answering">"None", "Asked" or "Yes".</param>
/// <param name="IsActive">False once deactivated.</param>
public sealed record MemberView(Guid Id, string Name, string Email, Roles Roles, string Answering, bool IsActive);

/// <summary>An open invitation.</summary>
public sealed record InvitedView(Guid Id, string Name, string Email, Instant Until);
