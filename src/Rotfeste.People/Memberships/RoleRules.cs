using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.People.Memberships;

/// <summary>What roles let a member do.</summary>
internal static class RoleRules
{
    /// <summary>The policies of docs/access.md that a member satisfies.</summary>
    public static IReadOnlySet<string> May(Roles roles, MayAnswer mayAnswer)
    {
        var may = new HashSet<string>(StringComparer.Ordinal) { Access.SignedIn, Access.Member };
        if (mayAnswer == MayAnswer.Yes)
            may.Add(Access.Answer);
        if ((roles & (Roles.Leader | Roles.CommunicationsLead | Roles.Owner)) != Roles.None)
            may.Add(Access.Leader);
        if ((roles & (Roles.CommunicationsLead | Roles.Owner)) != Roles.None)
            may.Add(Access.Lead);
        if (roles.HasFlag(Roles.Owner))
            may.Add(Access.Owner);
        return may;
    }

    /// <summary>Whether the organisation would be without an owner after the change.</summary>
    public static bool LeavesNoOwner(IEnumerable<Membership> owners, PersonId person, Roles rolesAfter, bool activeAfter) =>
        !(activeAfter && rolesAfter.HasFlag(Roles.Owner)) && !owners.Any(o => o.IsActiveOwner && o.Person != person);

    /// <summary>Roles that someone without the owner's role may give: neither owner nor communications lead.</summary>
    public static bool MayGive(IReadOnlySet<string> may, Roles roles) =>
        may.Contains(Access.Owner) || (roles & (Roles.Owner | Roles.CommunicationsLead)) == Roles.None;
}
