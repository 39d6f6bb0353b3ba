using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Tables;

/// <summary>The leader's choice to be told every Monday, or no longer.</summary>
internal sealed class KeepTableNotice(AppDb db, CurrentCaller caller, DueWork due, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/table/mail", (IFormCollection form, KeepTableNotice use, CancellationToken cancellation) =>
            use.HandleAsync(form.Text("weekly") == "yes", cancellation)).RequireAuthorization(Access.Leader);

    private async Task<IResult> HandleAsync(bool isWanted, CancellationToken cancellation)
    {
        var me = caller.Required;
        var kept = await db.Set<TableNotice>().FirstOrDefaultAsync(n => n.Person == me.Person, cancellation);
        if (isWanted && kept is null)
            db.Add(TableNotice.For(me.Organisation, me.Person));
        if (!isWanted && kept is not null)
            db.Remove(kept);
        var key = $"{me.Organisation} {me.Person}";
        if (isWanted)
            await due.ScheduleAsync(new TellTableJob(me.Organisation, me.Person), TellTable.NextMonday(clock.GetCurrentInstant(), me.Zone), key, cancellation);
        else
            await due.WithdrawAsync<TellTableJob>(key, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(me.To("table#mail"));
    }
}
