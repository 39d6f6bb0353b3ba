using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.People.Memberships;
using Rotfeste.People.Organisations;
using Rotfeste.People.Persons;
using Rotfeste.People.SignIns;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Keys;
using Rotfeste.Platform.Slots;
using Rotfeste.Platform.Ui.Languages;

namespace Rotfeste.People.Calendars;

/// <summary>A person's dates, for a calendar program that has the private address. It signs nobody in.</summary>
internal sealed class ShowCalendar(
    AppDb db, IEnumerable<DatesOf> slots, IServiceProvider services, IStringLocalizer<Texts> texts, Settings settings, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/calendar/{code}.ics", (string code, ShowCalendar use, HttpContext http, CancellationToken cancellation) =>
            use.HandleAsync(code, http, cancellation)).AllowAnonymous().RequireRateLimiting(Throttle.Calendars);

    private async Task<IResult> HandleAsync(string code, HttpContext http, CancellationToken cancellation)
    {
        var hash = Secrets.HashOf(code);
        var found = await (
            from link in db.Set<CalendarLink>()
            where link.CodeHash == hash
            join membership in db.Set<Membership>() on link.Person equals membership.Person
            where membership.IsActive
            join person in db.Set<Person>() on link.Person equals person.Id
            join organisation in db.Set<Organisation>() on link.Organisation equals organisation.Id
            select new { Person = person.Id, Language = person.Language ?? organisation.Language, organisation.Slug, organisation.Name, organisation.Zone })
            .FirstOrDefaultAsync(cancellation);
        if (found is null)
            return Results.NotFound();

        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = (Language.Find(found.Language) ?? Language.All[0]).Culture;
        var dates = new List<PersonDate>();
        foreach (var slot in slots)
            dates.AddRange(await slot.ReadAsync(services, found.Person, cancellation));
        var text = CalendarText.Write(
            texts["Calendar.Name", found.Name], dates.OrderBy(d => d.Day).ThenBy(d => d.Clock ?? LocalTime.Midnight),
            DateTimeZoneProviders.Tzdb[found.Zone], new Uri(settings.Address, $"{found.Slug}/"), clock.GetCurrentInstant());
        return Results.Text(text, "text/calendar", Encoding.UTF8);
    }
}
