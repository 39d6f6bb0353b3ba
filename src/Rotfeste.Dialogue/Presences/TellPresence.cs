using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Live;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Presences;

/// <summary>An open page says that its person is there, and is told who else is.</summary>
internal sealed class TellPresence(ConversationDoor door, PresentPeople people, HereReading here, LiveTopics live, CurrentCaller caller)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/conversations/{id:guid}/presence", (Guid id, [FromForm] string? sign, TellPresence use, CancellationToken cancellation) =>
            use.HandleAsync(id, sign, cancellation)).RequireAuthorization(Access.Member);

    /// <summary>The topic of who has one conversation open.</summary>
    public static string Topic(ConversationId conversation) => $"presence-{conversation}";

    private async Task<IResult> HandleAsync(Guid id, string? said, CancellationToken cancellation)
    {
        if (!Enum.TryParse<Sign>(said, ignoreCase: true, out var sign) || !Enum.IsDefined(sign))
            return Results.BadRequest();
        if (await door.LookAsync(id, cancellation) is not { } conversation)
            return Results.NotFound();

        var me = caller.Required;
        if (people.Note(conversation.Id, me.Person, sign))
            live.Announce(me.Organisation, Topic(conversation.Id));
        return Answer.Page<HerePart>((nameof(HerePart.View), await here.OfAsync(conversation, me, cancellation)));
    }
}
