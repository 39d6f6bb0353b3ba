using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Web;

namespace Rotfeste.Platform.Undelivered;

/// <summary>Shows what was given up in the caller's organisation, and has it tried again.</summary>
internal static class ShowUndelivered
{
    private const string Address = "settings/undelivered";

    public static void Map(IEndpointRouteBuilder organisation, string policy)
    {
        organisation.MapGet($"/{Address}", ShowAsync).RequireAuthorization(policy);
        organisation.MapPost($"/{Address}/attempt", TryAgainAsync).RequireAuthorization(policy);
    }

    private static async Task<IResult> ShowAsync(
        [FromServices] StoppedWork work, [FromServices] CurrentCaller caller, [FromQuery] string? tried, CancellationToken cancellation) =>
        Answer.Page<UndeliveredPage>((nameof(UndeliveredPage.View), new UndeliveredView(
            await work.ListAsync(caller.Required.Organisation, cancellation), tried == "yes")));

    private static async Task<IResult> TryAgainAsync(
        [FromServices] StoppedWork work, [FromServices] CurrentCaller caller, IFormCollection form, CancellationToken cancellation)
    {
        await work.TryAgainAsync(caller.Required.Organisation, form.Text("name"), cancellation);
        return Answer.SeeOther(caller.Required.To($"{Address}?tried=yes"));
    }
}
