using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Drafts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Insertions;

/// <summary>Put ready words into one's answer, after what is written already; from there on they are the writer's own.</summary>
internal sealed class InsertWords(
    AppDb db, AskedPost asked, ReadyWords ready, KeptDrafts drafts, CurrentCaller caller)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/conversations/{id:guid}/insertions",
        (Guid id, [FromForm] string? text, [FromForm] string? ready, InsertWords use, ConversationDoor door, CancellationToken cancellation) =>
            door.OnWhatStandsAsync(id, c => use.HandleAsync(c, AnswerText.Clean(text), ready ?? "", cancellation), cancellation))
        .RequireAuthorization(Access.Answer);

    private async Task<IResult> HandleAsync(Conversation conversation, string typed, string key, CancellationToken cancellation)
    {
        if (await ready.FindAsync(await asked.OfAsync(conversation, cancellation), key, cancellation) is { } words)
        {
            var whole = typed.Length == 0 ? words : $"{typed}\n\n{words}";
            await drafts.KeepAsync(conversation.Id, caller.Required.Person, whole, cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        return Answer.SeeOther(caller.Required.To($"inbox/{conversation.Id}#f-text"));
    }
}
