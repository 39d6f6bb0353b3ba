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
    AppDb db, ConversationDoor door, AskedPost asked, ReadyWords ready, KeptDrafts drafts, CurrentCaller caller)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/conversations/{id:guid}/insertions",
        (Guid id, [FromForm] string? text, [FromForm] string? ready, InsertWords use, CancellationToken cancellation) =>
            use.AgainAsync(() => use.HandleAsync(id, AnswerText.Clean(text), ready ?? "", cancellation))).RequireAuthorization(Access.Answer);

    // Two put the same answer in, or one in two windows.
    private Task<IResult> AgainAsync(Func<Task<IResult>> change) => db.OnWhatStandsAsync(change);

    private async Task<IResult> HandleAsync(Guid id, string typed, string key, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } conversation)
            return Results.NotFound();

        if (await ready.FindAsync(await asked.OfAsync(conversation, cancellation), key, cancellation) is { } words)
        {
            var whole = typed.Length == 0 ? words : $"{typed}\n\n{words}";
            await drafts.KeepAsync(conversation.Id, caller.Required.Person, whole, cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        return Answer.SeeOther(caller.Required.To($"inbox/{id}#f-text"));
    }
}
