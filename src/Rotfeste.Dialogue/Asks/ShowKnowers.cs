using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Asks;

/// <summary>The part beside an open conversation that fetches itself again: whoever asked sees at once what came of it.</summary>
internal static class ShowKnowers
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/inbox/{id:guid}/knowers", PartAsync).RequireAuthorization(Access.Member);

    private static async Task<IResult> PartAsync(Guid id, ConversationDoor door, AskReading asks, CancellationToken cancellation)
    {
        if (await door.LookAsync(id, cancellation) is not { } conversation)
            return Results.NotFound();

        var view = await asks.OfAsync(conversation, cancellation) ?? new AskPartView(id, [], [], null, false);
        return Answer.Page<AskPart>((nameof(AskPart.View), view));
    }
}
