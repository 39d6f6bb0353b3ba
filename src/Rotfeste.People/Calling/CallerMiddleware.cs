using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Rotfeste.People.Memberships;
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
        var seat = person?.Seats.FirstOrDefault(s => s.Slug == slug);
        if (seat is not null)
        {
            organisation.Choose(seat.Organisation);
            caller.Value = In(seat, person!);
        }
        else if (!await MayBeSeenAsync(http, slug, person, organisation))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await next(http);
    }

    private Caller In(Seat seat, KnownPerson person) => new(
        person.Id,
        person.Name,
        seat.Unit,
        seat.Organisation,
        seat.OrganisationName,
        seat.Noun,
        seat.Path,
        DateTimeZoneProviders.Tzdb[seat.Zone],
        RoleRules.May(seat.Roles, seat.MayAnswer),
        [.. person.Seats.Where(s => s != seat).Select(s => new OtherOrganisation(s.OrganisationName, s.Path))],
        settings.IsExample);

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
