using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Asks;

/// <summary>One click asks one of those who know.</summary>
internal sealed class AskColleague(AppDb db, ConversationDoor door, KnowerReading knowers, Asking asking, CurrentCaller caller)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/conversations/{id:guid}/asks",
        (Guid id, [FromForm] Guid person, AskColleague use, CancellationToken cancellation) => use.HandleAsync(id, person, cancellation)).RequireAuthorization(Access.Answer);

    // Whoever is no longer free to be asked is not asked: the page shows who is.
    private async Task<IResult> HandleAsync(Guid id, Guid person, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } conversation)
            return Results.NotFound();

        var me = caller.Required.Person;
        var proposed = await knowers.ProposeAsync(conversation, me, cancellation);
        if (Ask.IsWanted(conversation) && proposed.FirstOrDefault(k => k.Person.Value == person) is { } knower)
        {
            await asking.AskAsync(conversation, knower, me, cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        return Answer.SeeOther(caller.Required.To($"inbox/{id}"));
    }
}
