using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ui.Times;

namespace Rotfeste.Platform.Ui.Writing;

/// <summary>What the script that keeps drafts is told.</summary>
public static class DraftAnswer
{
    /// <summary>«Utkast lagret 13.31», as plain text, in the caller's language and the organisation's zone.</summary>
    public static IResult Kept(HttpContext http, Instant at)
    {
        var zone = http.RequestServices.GetRequiredService<CurrentCaller>().Required.Zone;
        var texts = http.RequestServices.GetRequiredService<IStringLocalizer<Texts>>();
        return Results.Text($"{texts["Kept"]} {Moment.Clock(at.InZone(zone).TimeOfDay)}");
    }
}
