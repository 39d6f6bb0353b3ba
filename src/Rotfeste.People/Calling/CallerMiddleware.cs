using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.People.Memberships;
using Rotfeste.People.Tokens;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.People.Calling;

/// <summary>
/// Says who is calling, in the organisation of the address. What is not the caller's own organisation does not exist:
/// 404 for whoever is signed in, the sign-in page for everyone else.
/// </summary>
internal sealed class CallerMiddleware(RequestDelegate next, KnownPeople people, Settings settings)
{
    public async Task InvokeAsync(HttpContext http, CurrentCaller caller, CurrentOrganisation organisation)
    {
        if (http.GetRouteValue("organisation") is not string slug)
        {
            await next(http);
            return;
        }

        var person = http.User.Person() is { } id ? await people.FindAsync(id, http.RequestAborted) : null;
        var seat = person?.Seats.FirstOrDefault(s => s.Slug == slug && Holds(http.User, s));
        if (seat is not null)
        {
            organisation.Choose(seat.Organisation);
            caller.Value = In(seat, person!, http.User);
        }
        else if (!await MayBeSeenAsync(http, slug, person, organisation))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await next(http);
    }

    // A token holds in the organisation it was made in, and nowhere else.
    private static bool Holds(ClaimsPrincipal user, Seat seat) =>
        !IsProgram(user) || user.HasClaim(TokenHandler.OrganisationClaim, seat.Organisation.ToString());

    private static bool IsProgram(ClaimsPrincipal user) => user.HasClaim(c => c.Type == TokenHandler.TokenClaim);

    // A token's scopes count only while its person may do what they need.
    private static IReadOnlySet<string> May(Seat seat, ClaimsPrincipal user)
    {
        var own = RoleRules.May(seat.Roles, seat.MayAnswer);
        return IsProgram(user)
            ? own.Concat(Scopes.All.Where(s => user.HasClaim(TokenHandler.ScopeClaim, s) && own.Contains(Scopes.Needs(s)))).ToHashSet(StringComparer.Ordinal)
            : own;
    }

    private Caller In(Seat seat, KnownPerson person, ClaimsPrincipal user) => new(
        person.Id,
        person.Name,
        seat.Unit,
        seat.Organisation,
        seat.OrganisationName,
        seat.Noun,
        seat.Path,
        DateTimeZoneProviders.Tzdb[seat.Zone],
        May(seat, user),
        [.. person.Seats.Where(s => s != seat).Select(s => new OtherOrganisation(s.OrganisationName, s.Path))],
        settings.IsExample)
    {
        IsProgram = IsProgram(user),
    };

    // Someone outside may reach what is open to all (an invitation), or is asked to sign in by the endpoint's policy.
    private async Task<bool> MayBeSeenAsync(HttpContext http, string slug, KnownPerson? person, CurrentOrganisation organisation)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null)
            return person is null;

        if (await people.OrganisationAsync(slug, http.RequestAborted) is not { } found)
            return false;
        organisation.Choose(found.Id);
        return true;
    }
}
