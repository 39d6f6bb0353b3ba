using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Blobs;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Pictures;

/// <summary>Takes a picture away from beside the draft. What has gone with an answer stays with it.</summary>
internal sealed class RemovePicture(AppDb db, ConversationDoor door, IBlobs blobs, CurrentCaller caller)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
            "/conversations/{id:guid}/pictures/{picture:guid}/removal",
            (Guid id, Guid picture, RemovePicture use, CancellationToken cancellation) => use.HandleAsync(id, picture, cancellation))
        .RequireAuthorization(Access.Answer);

    private async Task<IResult> HandleAsync(Guid id, Guid picture, CancellationToken cancellation)
    {
        var person = caller.Required.Person;
        if (await door.FindAsync(id, cancellation) is not { } conversation
            || await db.Set<AnswerPicture>().FirstOrDefaultAsync(
                p => p.Id == picture && p.Conversation == conversation.Id && p.Person == person && p.Answer == null, cancellation) is not { } row)
        {
            return Results.NotFound();
        }

        var isShared = await db.Set<AnswerPicture>().AnyAsync(p => p.Hash == row.Hash && p.Id != row.Id, cancellation);
        db.Remove(row);
        await db.SaveChangesAsync(cancellation);
        if (!isShared)
            await blobs.ForgetAsync(row.Organisation, row.BlobName, cancellation);
        return Answer.SeeOther(caller.Required.To($"inbox/{conversation.Id}"));
    }
}
