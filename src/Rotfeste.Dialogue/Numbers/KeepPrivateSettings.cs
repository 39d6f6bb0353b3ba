using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Numbers;

/// <summary>Say where private matters belong, and which numbers and addresses are the organisation's own.</summary>
internal sealed class KeepPrivateSettings(AppDb db, CurrentCaller caller, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/numbers", (string? saved, KeepPrivateSettings use, CancellationToken cancellation) =>
            use.ShowAsync(saved is not null, cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/numbers", (IFormCollection form, KeepPrivateSettings use, CancellationToken cancellation) =>
            use.KeepAsync(form.Text("place"), form.Text("own").ReplaceLineEndings("\n"), cancellation)).RequireAuthorization(Access.Lead);
    }

    private async Task<IResult> ShowAsync(bool isSaved, CancellationToken cancellation)
    {
        var settings = await db.Set<PrivateSettings>().AsNoTracking().FirstOrDefaultAsync(cancellation);
        return Answer.Page<NumbersPage>((nameof(NumbersPage.View), new NumbersView(settings?.SafePlace ?? "", settings?.Own ?? "", [], isSaved)));
    }

    private async Task<IResult> KeepAsync(string place, string own, CancellationToken cancellation)
    {
        List<Refusal> refusals = [.. Check(place, own)];
        if (refusals.Count > 0)
            return Answer.Refused<NumbersPage>((nameof(NumbersPage.View), new NumbersView(place, own, refusals, false)));

        var settings = await db.Set<PrivateSettings>().FirstOrDefaultAsync(cancellation);
        if (settings is null)
            db.Add(settings = PrivateSettings.Of(caller.Required.Organisation));
        settings.Settle(place, string.Join('\n', OwnNumbers.LinesOf(own)));
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To("numbers?saved=yes"));
    }

    private IEnumerable<Refusal> Check(string place, string own)
    {
        if (place.Length > PrivateSettings.LongestPlace)
            yield return new Refusal("place", texts["Refused.Place", PrivateSettings.LongestPlace]);
        if (own.Length > PrivateSettings.LongestOwn)
            yield return new Refusal("own", texts["Refused.OwnLong", PrivateSettings.LongestOwn]);
        else if (OwnNumbers.LinesOf(own).FirstOrDefault(l => !OwnNumbers.IsUsable(l)) is { } line)
            yield return new Refusal("own", texts["Refused.Own", line]);
    }
}

/// <summary>The settings, as a form.</summary>
/// <param name="Place">Where private matters belong.</param>
/// <param name="Own">The organisation's own, one a line.</param>
/// <param name="Refusals">What must be mended.</param>
/// <param name="IsSaved">It was saved just now.</param>
public sealed record NumbersView(string Place, string Own, IReadOnlyList<Refusal> Refusals, bool IsSaved);
