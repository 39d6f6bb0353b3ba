using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Web;

namespace Rotfeste.Channels.Accounts;

/// <summary>Shows the channels that the caller may see.</summary>
internal static class ListChannels
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/channels", async ([FromServices] ChannelPages pages, CancellationToken cancellation) =>
                Answer.Page<ChannelsPage>((nameof(ChannelsPage.View), await pages.ListAsync(cancellation))))
            .RequireAuthorization(Access.Member);
        routes.MapGet("/channels/list", async ([FromServices] ChannelPages pages, CancellationToken cancellation) =>
                Answer.Page<ChannelList>((nameof(ChannelList.View), await pages.ListAsync(cancellation))))
            .RequireAuthorization(Access.Member);
        routes.MapGet("/channels/{id:guid}", async (Guid id, [FromServices] ChannelPages pages, CancellationToken cancellation) =>
                await pages.ShowAsync(new(id), cancellation))
            .RequireAuthorization(Access.Member);
    }
}
