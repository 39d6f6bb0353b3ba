using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Calendars;
using Rotfeste.People.Contracts;
using Rotfeste.People.Memberships;
using Rotfeste.People.Notices;
using Rotfeste.People.Organisations;
using Rotfeste.People.Persons;
using Rotfeste.People.Units;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Profiles;

/// <summary>Shows the person's own choices in this organisation.</summary>
internal static class MyPlace
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/profile", ShowAsync).RequireAuthorization(Access.Member);

    private static async Task<IResult> ShowAsync(
        AppDb db, CurrentCaller caller, KeepMailChoice mail, KeepCalendarLink calendar, [FromQuery] string? done, CancellationToken cancellation)
    {
        var me = caller.Required;
        var found = await (
            from membership in db.Set<Membership>()
            where membership.Person == me.Person
            join organisation in db.Set<Organisation>() on membership.Organisation equals organisation.Id
            join person in db.Set<Person>() on membership.Person equals person.Id
            from unit in db.Set<Unit>().Where(u => u.Id == membership.Unit).DefaultIfEmpty()
            select new { membership, organisation, person, PublicName = unit == null ? null : unit.PublicName })
            .AsNoTracking().FirstAsync(cancellation);
        string Signed(NameChoice choice) => SignatureRules.Write(
            found.organisation.SignatureStyle, choice, found.person.Name, found.person.FirstName, found.PublicName, found.organisation.Name).Text;
        return Answer.Page<MyPlacePage>((nameof(MyPlacePage.View), new MyPlaceView(
            found.membership.MayAnswer.ToString(),
            found.membership.NameChoice.ToString(),
            Signed(NameChoice.Name),
            Signed(NameChoice.Shielded),
            found.organisation.SignatureStyle == SignatureStyle.Unit,
            await mail.ViewAsync(done == "mail", cancellation),
            await calendar.AddressAsync(cancellation))));
    }
}
