using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.People.Mails;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Keys;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Calendars;

/// <summary>Makes the private address of the own dates, makes it anew, or ends it. The one before stops working at once.</summary>
internal sealed class KeepCalendarLink(AppDb db, CurrentCaller caller, Secrets secrets, LinkMail links, LedgerWriter ledger, IClock clock)
{
    private const string Purpose = "calendar";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/profile/calendar", (KeepCalendarLink use, CancellationToken cancellation) => use.RenewAsync(cancellation))
            .RequireAuthorization(Access.Member);
        routes.MapPost("/profile/calendar/removal", (KeepCalendarLink use, CancellationToken cancellation) => use.EndAsync(cancellation))
            .RequireAuthorization(Access.Member);
    }

    /// <summary>The caller's whole address, or null where there is none.</summary>
    public async Task<string?> AddressAsync(CancellationToken cancellation)
    {
        var me = caller.Required;
        return await FindAsync(cancellation) is { } link && secrets.Open(me.Organisation, Purpose, link.SealedCode) is { } code
            ? links.Address($"{me.Path.TrimStart('/')}/calendar/{code}.ics")
            : null;
    }

    private async Task<IResult> RenewAsync(CancellationToken cancellation)
    {
        var (me, code) = (caller.Required, Secrets.NewCode());
        var (hash, sealedCode) = (Secrets.HashOf(code), secrets.Seal(me.Organisation, Purpose, code));
        if (await FindAsync(cancellation) is { } link)
            (link.CodeHash, link.SealedCode, link.MadeAt) = (hash, sealedCode, clock.GetCurrentInstant());
        else
            db.Add(new CalendarLink { Organisation = me.Organisation, Person = me.Person, CodeHash = hash, SealedCode = sealedCode, MadeAt = clock.GetCurrentInstant() });
        ledger.Write(me.Organisation, "calendar-link-made", me.Person, new { person = me.Person });
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(me.To("profile#calendar"));
    }

    private async Task<IResult> EndAsync(CancellationToken cancellation)
    {
        var me = caller.Required;
        if (await FindAsync(cancellation) is { } link)
        {
            db.Remove(link);
            ledger.Write(me.Organisation, "calendar-link-ended", me.Person, new { person = me.Person });
            await db.SaveChangesAsync(cancellation);
        }

        return Answer.SeeOther(me.To("profile#calendar"));
    }

    private Task<CalendarLink?> FindAsync(CancellationToken cancellation)
    {
        var me = caller.Required.Person;
        return db.Set<CalendarLink>().FirstOrDefaultAsync(l => l.Person == me, cancellation);
    }
}
