using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.People.Invitations;
using Rotfeste.People.Memberships;
using Rotfeste.People.Persons;
using Rotfeste.People.Units;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Members;

/// <summary>Shows who is here, by unit.</summary>
internal sealed class ShowPeople(AppDb db, CurrentCaller caller, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/people", (ShowPeople use, CancellationToken cancellation) => use.HandleAsync(cancellation))
            .RequireAuthorization(Access.Member);

    private async Task<IResult> HandleAsync(CancellationToken cancellation)
    {
        var rows = await (
            from membership in db.Set<Membership>().AsNoTracking()
            join person in db.Set<Person>() on membership.Person equals person.Id
            select new { membership, person.Name, person.Email }).ToListAsync(cancellation);
        var units = await db.Set<Unit>().AsNoTracking().ToListAsync(cancellation);
        var byUnit = rows.Where(r => r.membership.IsActive || caller.Required.May.Contains(Access.Owner))
            .OrderByDescending(r => r.membership.IsActive).ThenBy(r => r.Name, StringComparer.CurrentCulture)
            .ToLookup(r => r.membership.Unit, r => ViewOf(r.membership, r.Name, r.Email));
        var view = new PeopleView(
            [.. InTree(units, byUnit)],
            await InvitationsAsync(cancellation),
            rows.Exists(r => r.membership.Person == caller.Required.Person && r.membership.MayAnswer == MayAnswer.Asked));
        return Answer.Page<PeoplePage>((nameof(PeoplePage.View), view));
    }

    private static MemberView ViewOf(Membership membership, string name, string email) =>
        new(membership.Person.Value, name, email, membership.Roles, membership.MayAnswer.ToString(), membership.IsActive);

    private static IEnumerable<PeopleUnitView> InTree(IReadOnlyList<Unit> units, ILookup<UnitId?, MemberView> byUnit)
    {
        if (byUnit[null].Any())
            yield return new PeopleUnitView(null, [.. byUnit[null]]);
        foreach (var (unit, _) in UnitTree.InOrder(units))
            yield return new PeopleUnitView(unit.Name, [.. byUnit[unit.Id]]);
    }

    private async Task<IReadOnlyList<InvitedView>> InvitationsAsync(CancellationToken cancellation)
    {
        if (!caller.Required.May.Contains(Access.Leader))
            return [];
        var now = clock.GetCurrentInstant();
        return await db.Set<Invitation>().Where(i => i.EndedAt == null && i.ExpiresAt > now).OrderBy(i => i.Name)
            .Select(i => new InvitedView(i.Id, i.Name, i.Email, i.ExpiresAt)).ToListAsync(cancellation);
    }
}
