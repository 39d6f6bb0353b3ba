using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Blobs;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Pictures;

/// <summary>Shows a picture to those who see the conversation; one that lies beside a draft to its writer alone.</summary>
internal sealed class ShowAnswerPicture(AppDb db, ConversationDoor door, IBlobs blobs, CurrentCaller caller)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(
            "/conversations/{id:guid}/pictures/{picture:guid}",
            (Guid id, Guid picture, HttpContext http, ShowAnswerPicture use, CancellationToken cancellation) => use.HandleAsync(id, picture, http, cancellation))
        .RequireAuthorization(Access.Member);

    private async Task<IResult> HandleAsync(Guid id, Guid picture, HttpContext http, CancellationToken cancellation)
    {
        if (await door.LookAsync(id, cancellation) is not { } conversation)
            return Results.NotFound();

        var row = await db.Set<AnswerPicture>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == picture && p.Conversation == conversation.Id, cancellation);
        if (row is null || (row.Answer is null && row.Person != caller.Required.Person)
            || await blobs.FindAsync(row.Organisation, row.Hash, cancellation) is not { } content)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return Results.Bytes(content, row.Kind);
    }
}
