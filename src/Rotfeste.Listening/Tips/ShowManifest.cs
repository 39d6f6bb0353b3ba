using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ui.Assets;

namespace Rotfeste.Listening.Tips;

/// <summary>
/// The web app manifest (w3.org/TR/appmanifest): put on a phone's home screen, the product stands in the share menu, and what is shared comes
/// to the page of tips.
/// </summary>
internal static class ShowManifest
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/app.webmanifest", (CurrentCaller caller, AssetMap assets) =>
    {
        var me = caller.Required;
        return Results.Json(
            new
            {
                name = $"Rotfeste – {me.OrganisationName}",
                short_name = "Rotfeste",
                id = me.To(""),
                start_url = me.To(""),
                scope = me.To(""),
                display = "standalone",
                icons = new[] { new { src = assets["dist/mark.svg"], sizes = "any", type = "image/svg+xml" } },
                share_target = new { action = me.To("tips"), method = "GET", @params = new { title = "title", text = "text", url = "url" } },
            },
            contentType: "application/manifest+json");
    }).RequireAuthorization(Access.Member);
}
