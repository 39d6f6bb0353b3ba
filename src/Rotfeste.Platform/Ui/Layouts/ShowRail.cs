using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Web;

namespace Rotfeste.Platform.Ui.Layouts;

/// <summary>The rail again, for a page that is already open.</summary>
internal static class ShowRail
{
    public static void Map(IEndpointRouteBuilder organisation, string policy) =>
        organisation.MapGet("/rail", ShowAsync).RequireAuthorization(policy);

    private static async Task<IResult> ShowAsync(string? at, HttpContext http, CurrentCaller current, CancellationToken cancellation)
    {
        // "at" only decides which entry is marked, so a wrong one does no harm; it must still be a path.
        var path = at is ['/', ..] ? new PathString(at) : PathString.Empty;
        return Answer.Page<RailNow>((nameof(RailNow.View), await RailView.LoadAsync(http.RequestServices, current.Required, path, cancellation)));
    }
}
