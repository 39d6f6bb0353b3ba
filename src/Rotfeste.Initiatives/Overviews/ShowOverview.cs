using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Overviews;

/// <summary>All initiatives: stage, three directions, what to talk about, next date.</summary>
internal static class ShowOverview
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/initiatives", async (OverviewReading reading, CancellationToken cancellation) =>
            Answer.Page<OverviewPage>((nameof(OverviewPage.View), await reading.ReadAsync(cancellation)))).RequireAuthorization(Access.Member);
}
