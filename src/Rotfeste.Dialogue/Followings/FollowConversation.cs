using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Followings;

/// <summary>Follow a conversation, and stop; either twice is no mistake.</summary>
internal sealed class FollowConversation(AppDb db, ConversationDoor door, CurrentCaller caller)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/conversations/{id:guid}/following", (Guid id, FollowConversation use, CancellationToken cancellation) =>
            use.SetAsync(id, true, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/conversations/{id:guid}/following/removal", (Guid id, FollowConversation use, CancellationToken cancellation) =>
            use.SetAsync(id, false, cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> SetAsync(Guid id, bool follow, CancellationToken cancellation)
    {
        if (await door.LookAsync(id, cancellation) is not { } conversation)
            return Results.NotFound();

        var me = caller.Required.Person;
        var before = await db.Set<Following>().FirstOrDefaultAsync(f => f.Conversation == conversation.Id && f.Person == me, cancellation);
        if (follow && before is null)
            db.Add(Following.Of(conversation, me));
        else if (!follow && before is not null)
            db.Remove(before);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Pressed in two windows at once: it is as it was wanted.
            db.ChangeTracker.Clear();
        }

        return Answer.SeeOther(caller.Required.To($"inbox/{id}"));
    }
}
