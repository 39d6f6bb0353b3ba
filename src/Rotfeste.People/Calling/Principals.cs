using System.Security.Claims;
using Rotfeste.Platform.Callers;

namespace Rotfeste.People.Calling;

/// <summary>Reads the session cookie's claims.</summary>
internal static class Principals
{
    private const string StampClaim = "AspNet.Identity.SecurityStamp";

    public static PersonId? Person(this ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? new PersonId(id) : null;

    public static string? Stamp(this ClaimsPrincipal principal) => principal.FindFirstValue(StampClaim);
}
