using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Dialogue.Contexts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Listings;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Turns;

/// <summary>One conversation beside the list, and the part of it that fetches itself again.</summary>
internal static class ShowConversation
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/inbox/{id:guid}", PageAsync).RequireAuthorization(Access.Member);
        routes.MapGet("/inbox/{id:guid}/thread", PartAsync).RequireAuthorization(Access.Member);
    }

    private static async Task<IResult> PageAsync(
        Guid id, HttpRequest request, CurrentCaller caller, ConversationDoor door, ConversationScreen screen, ContextWishes wishes,
        CancellationToken cancellation)
    {
        if (await door.LookAsync(id, cancellation) is not { } conversation)
            return Results.NotFound();

        if (!conversation.IsByHand && conversation.ForgottenAt is null)
            wishes.Add(caller.Required.Organisation, conversation.Id);
        return await screen.ShowAsync(conversation, InboxWish.Read(request.Query), cancellation);
    }

    private static async Task<IResult> PartAsync(
        Guid id, CurrentCaller caller, ConversationDoor door, ThreadReading threads, CancellationToken cancellation)
    {
        if (await door.LookAsync(id, cancellation) is not { } conversation)
            return Results.NotFound();

        var view = await threads.ReadAsync(conversation, caller.Required, cancellation);
        return Answer.Page<ThreadPart>((nameof(ThreadPart.View), view));
    }
}
