using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Dialogue.Asks;
using Rotfeste.Dialogue.Listings;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Desks;

/// <summary>«For deg»: what waits for this person.</summary>
internal static class ShowForYou
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", PageAsync).RequireAuthorization(Access.Member);
        routes.MapGet("/for-you", PartAsync).RequireAuthorization(Access.Member);
    }

    private static async Task<IResult> PageAsync(CurrentCaller caller, InboxReading reading, KnowerReading knowers, CancellationToken cancellation) =>
        Answer.Page<ForYouPage>(
            (nameof(ForYouPage.View), await ReadAsync(caller.Required, reading, cancellation)),
            (nameof(ForYouPage.Asked), await knowers.CountAsync(caller.Required, cancellation)));

    private static async Task<IResult> PartAsync(CurrentCaller caller, InboxReading reading, CancellationToken cancellation) =>
        Answer.Page<ForYouPart>((nameof(ForYouPart.View), await ReadAsync(caller.Required, reading, cancellation)));

    private static async Task<InboxView> ReadAsync(Caller caller, InboxReading reading, CancellationToken cancellation)
    {
        var mine = await reading.ReadAsync(caller, new InboxWish(InboxStretch.Mine), null, null, cancellation);
        return mine with { Rows = [.. mine.Rows.Where(r => r.Group <= RowGroup.Failed)] };
    }
}
