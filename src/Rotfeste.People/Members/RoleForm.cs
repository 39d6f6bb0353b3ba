using Microsoft.AspNetCore.Http;
using Rotfeste.People.Contracts;

namespace Rotfeste.People.Members;

/// <summary>Reads the roles that were ticked; what is no role of ours is left out.</summary>
internal static class RoleForm
{
    public static Roles Read(IFormCollection form) => form["roles"]
        .Select(typed => Enum.TryParse<Roles>(typed, out var role) && Enum.IsDefined(role) ? role : Roles.None)
        .Aggregate(Roles.Employee, (all, role) => all | role);
}
