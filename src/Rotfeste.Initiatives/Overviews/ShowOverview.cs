using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Overviews;

/// <summary>All initiatives: stage, three directions, what to talk about, next date; by unit, or what concerns the reader.</summary>
internal static class ShowOverview
{
    private const int LastPage = 100_000;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/initiatives", HandleAsync).RequireAuthorization(Access.Member);

    // Anything but a page there is in the address is the first one.
    private static async Task<IResult> HandleAsync(string? unit, string? mine, string? page, OverviewReading reading, CancellationToken cancellation)
    {
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is > 0 and < LastPage ? asked : 1;
        var wish = new OverviewWish(unit ?? "", mine == "true", number);
        return Answer.Page<OverviewPage>((nameof(OverviewPage.View), await reading.ReadAsync(wish, cancellation)));
    }
}
