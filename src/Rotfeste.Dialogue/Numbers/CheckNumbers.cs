using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Numbers;

/// <summary>Say while somebody writes what cannot go out; nothing is stored.</summary>
internal sealed class CheckNumbers(ConversationDoor door, SendingCheck check, CurrentCaller caller)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/conversations/{id:guid}/numbers", (Guid id, IFormCollection form, CheckNumbers use, CancellationToken cancellation) =>
            use.HandleAsync(id, form, cancellation)).RequireAuthorization(Access.Answer);

    private async Task<IResult> HandleAsync(Guid id, IFormCollection form, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } conversation)
            return Results.NotFound();

        var finds = await check.FindAsync(conversation, caller.Required.Person, AnswerText.Clean(form["text"]), cancellation);
        return Answer.Page<SendingPart>((nameof(SendingPart.Finds), check.Say(finds, form["pass"].OfType<string>().ToList())));
    }
}
