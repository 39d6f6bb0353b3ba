using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Keepings;

/// <summary>For how long words are kept, as the page shows it.</summary>
/// <param name="Days">As stored, or as typed.</param>
/// <param name="MayChange">The reader may change it.</param>
/// <param name="WasSaved">It was saved just now.</param>
/// <param name="Refusals">Why it was refused.</param>
public sealed record KeptDaysView(string Days, bool MayChange, bool WasSaved, IReadOnlyList<Refusal> Refusals);

/// <summary>For how many days the words of mentions are kept. Everyone may read it; an owner sets it.</summary>
internal sealed class ChooseKeptDays(AppDb db, CurrentCaller caller, IClock clock, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/mentions/keeping", (bool? saved, ChooseKeptDays choose, CancellationToken cancellation) =>
            choose.ShowAsync(saved == true, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/mentions/keeping", async (HttpRequest request, ChooseKeptDays choose, CancellationToken cancellation) =>
            await choose.KeepAsync((await request.ReadFormAsync(cancellation))["days"].ToString().Trim(), cancellation)).RequireAuthorization(Access.Owner);
    }

    private async Task<IResult> ShowAsync(bool wasSaved, CancellationToken cancellation)
    {
        var row = await db.Set<KeptDays>().AsNoTracking().SingleOrDefaultAsync(cancellation);
        var days = (row?.Days ?? KeptDays.Usual).ToString(CultureInfo.InvariantCulture);
        return Answer.Page<KeepingPage>((nameof(KeepingPage.View), View(days, wasSaved, [])));
    }

    private async Task<IResult> KeepAsync(string typed, CancellationToken cancellation)
    {
        if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var days) || days is < KeptDays.Fewest or > KeptDays.Most)
        {
            var refused = View(typed, wasSaved: false, [new("days", texts["Refused", KeptDays.Fewest, KeptDays.Most])]);
            return Answer.Refused<KeepingPage>((nameof(KeepingPage.View), refused));
        }

        var row = await db.Set<KeptDays>().SingleOrDefaultAsync(cancellation);
        if (row is null)
            db.Add(row = new KeptDays { Organisation = caller.Required.Organisation, Days = days, By = caller.Required.Person, At = clock.GetCurrentInstant() });
        (row.Days, row.By, row.At) = (days, caller.Required.Person, clock.GetCurrentInstant());
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To("mentions/keeping?saved=true"));
    }

    private KeptDaysView View(string days, bool wasSaved, IReadOnlyList<Refusal> refusals) =>
        new(days, caller.Required.May.Contains(Access.Owner), wasSaved, refusals);
}
