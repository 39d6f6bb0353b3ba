using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Initiatives.Starts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Choices;

/// <summary>Decides, by name, who in the leadership group is responsible; and whether new channels wait.</summary>
internal sealed class Choose(
    AppDb db, CurrentCaller caller, ChoiceReading reading, Colleagues colleagues, LedgerWriter ledger, IClock clock, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/initiatives/choices", async (ChoiceReading reading, CancellationToken cancellation) =>
            Answer.Page<ChoicesPage>((nameof(ChoicesPage.View), await reading.ReadAsync([], cancellation)))).RequireAuthorization(Access.Member);
        routes.MapPost("/initiatives/choices", (IFormCollection form, Choose use, CancellationToken cancellation) =>
            use.HandleAsync(form.Text("responsible"), form.Text("firm") == "yes", cancellation)).RequireAuthorization(Access.Owner);
    }

    private async Task<IResult> HandleAsync(string responsible, bool isFirm, CancellationToken cancellation)
    {
        var chosen = PersonPick.Find((await colleagues.AllAsync(cancellation)).Where(StartScreen.MayLead), responsible);
        if (chosen is null && responsible.Length > 0)
        {
            var refusal = new Refusal("responsible", texts["Refused.Responsible"]);
            return Answer.Refused<ChoicesPage>((nameof(ChoicesPage.View), await reading.ReadAsync([refusal], cancellation)));
        }

        var me = caller.Required;
        var choice = await db.Set<AnchoringChoice>().FirstOrDefaultAsync(cancellation);
        if (choice is null)
            db.Add(choice = AnchoringChoice.Of(me.Organisation));
        choice.BeFirm(isFirm);
        if (chosen is not null && choice.Responsible != chosen.Person)
            choice.Name(chosen.Person, me.Person, clock.GetCurrentInstant());
        ledger.Write(me.Organisation, "anchoring-chosen", me.Person, new { firm = isFirm, responsible = choice.Responsible });
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(me.To("initiatives/choices"));
    }
}
