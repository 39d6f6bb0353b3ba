using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Mail;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Notices;

/// <summary>The person's choice of when notices come by mail; what waits moves with it.</summary>
internal sealed class KeepMailChoice(AppDb db, CurrentCaller caller, MailPlan plan, Outbox outbox)
{
    private const int Hours = 24;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/profile/mail", (KeepMailChoice use, IFormCollection form, CancellationToken cancellation) =>
            use.HandleAsync(form, cancellation)).RequireAuthorization(Access.Member);

    public async Task<MailChoiceView> ViewAsync(bool isSaved, CancellationToken cancellation)
    {
        var choice = await FindAsync(cancellation) ?? MailChoice.Usual(caller.Required.Organisation, caller.Required.Person);
        return new MailChoiceView(
            outbox.IsOpen, choice.Way.ToString(), choice.DailyHour, choice.QuietFrom, choice.QuietTo, choice.UrgentBreaksQuiet, isSaved);
    }

    // Everything is chosen from lists; what is in none of them was not chosen there.
    private async Task<IResult> HandleAsync(IFormCollection form, CancellationToken cancellation)
    {
        var me = caller.Required;
        var choice = await FindAsync(cancellation);
        if (choice is null)
            db.Add(choice = MailChoice.Usual(me.Organisation, me.Person));
        choice.Choose(
            form.Named<MailWay>("way") ?? choice.Way, Hour(form, "daily") ?? choice.DailyHour, Hour(form, "quietFrom") ?? choice.QuietFrom,
            Hour(form, "quietTo") ?? choice.QuietTo, form.Text("urgent") == "yes");
        await plan.MoveAsync(choice, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(me.To("profile?done=mail#mail"));
    }

    private static int? Hour(IFormCollection form, string field) =>
        int.TryParse(form.Text(field), CultureInfo.InvariantCulture, out var hour) && hour is >= 0 and < Hours ? hour : null;

    private Task<MailChoice?> FindAsync(CancellationToken cancellation)
    {
        var me = caller.Required.Person;
        return db.Set<MailChoice>().FirstOrDefaultAsync(c => c.Person == me, cancellation);
    }
}
