using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Closures;

/// <summary>Close a conversation with an outcome, and open it again.</summary>
internal sealed class CloseConversation(
    AppDb db, ConversationDoor door, FactLog facts, DueTimes times, Changes changes, CurrentCaller caller, IClock clock)
{
    private const int MostTries = 3;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/conversations/{id:guid}/closure", (Guid id, [FromForm] ConversationOutcome outcome, CloseConversation use, CancellationToken cancellation) =>
            use.ChangeAsync(id, c => use.Close(c, outcome), cancellation)).RequireAuthorization(Access.Answer);
        routes.MapPost("/conversations/{id:guid}/reopening", (Guid id, CloseConversation use, CancellationToken cancellation) =>
            use.ChangeAsync(id, c => c.Reopen(use.Now), cancellation)).RequireAuthorization(Access.Answer);
    }

    private Instant Now => clock.GetCurrentInstant();

    private bool Close(Conversation conversation, ConversationOutcome outcome)
    {
        var now = Now;
        var me = caller.Required.Person;
        if (!Enum.IsDefined(outcome) || !conversation.Close(outcome, me, now))
            return false;

        facts.Tell(new ConversationClosed(conversation.Organisation, conversation.Id, outcome, me, now));
        return true;
    }

    // Closing what is closed and opening what is open is no mistake: the page shows how it stands.
    private async Task<IResult> ChangeAsync(Guid id, Func<Conversation, bool> change, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await door.FindAsync(id, cancellation) is not { } conversation)
                return Results.NotFound();

            try
            {
                if (change(conversation))
                {
                    await times.SetAsync(conversation, cancellation);
                    changes.Tell(conversation);
                    await db.SaveChangesAsync(cancellation);
                }

                return Answer.SeeOther(caller.Required.To($"inbox/{id}"));
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostTries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
