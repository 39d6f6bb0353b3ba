using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Contracts;
using Rotfeste.People.Memberships;
using Rotfeste.People.Persons;
using Rotfeste.People.Units;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Members;

/// <summary>Shows one member's page, as it is or with what must be mended.</summary>
internal sealed class MemberScreen(AppDb db, UnitChoices units)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/people/{person:guid}", (Guid person, MemberScreen screen, CancellationToken cancellation) =>
            screen.ShowAsync(person, [], cancellation)).RequireAuthorization(Access.Leader);

    public async Task<IResult> ShowAsync(Guid person, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var id = new PersonId(person);
        var found = await (
            from membership in db.Set<Membership>().AsNoTracking()
            where membership.Person == id
            join someone in db.Set<Person>() on membership.Person equals someone.Id
            select new { membership, someone.Name, someone.Email }).FirstOrDefaultAsync(cancellation);
        if (found is null)
            return Results.NotFound();

        var row = found.membership;
        var status = refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        var member = new MemberView(
            person, found.Name, found.Email, row.Roles, row.MayAnswer.ToString(), row.IsActive);
        var view = new MemberPageView(member, row.Unit?.ToString() ?? "", await units.AllAsync(cancellation), refusals);
        return Answer.PageWithStatus<MemberPage>(status, (nameof(MemberPage.View), view));
    }
}
