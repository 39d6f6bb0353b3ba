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

namespace Rotfeste.Dialogue.Criticism;

/// <summary>No answer is also a choice: closed with one press, a reason only from whoever wants to give one.</summary>
internal sealed class LeaveUnanswered(
    AppDb db, ConversationDoor door, FactLog facts, DueTimes times, Changes changes, CurrentCaller caller, IClock clock)
{
    private const int MostTries = 3;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/conversations/{id:guid}/silence", (Guid id, [FromForm] string? reason, LeaveUnanswered use, CancellationToken cancellation) =>
            use.HandleAsync(id, Shortened.Of(reason?.Trim() ?? "", Silence.LongestReason), cancellation)).RequireAuthorization(Access.Answer);

    private async Task<IResult> HandleAsync(Guid id, string reason, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await door.FindAsync(id, cancellation) is not { } conversation)
                return Results.NotFound();

            try
            {
                await CloseAsync(conversation, reason, cancellation);
                return Answer.SeeOther(caller.Required.To($"inbox/{id}"));
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostTries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task CloseAsync(Conversation conversation, string reason, CancellationToken cancellation)
    {
        var (me, now) = (caller.Required.Person, clock.GetCurrentInstant());
        if (!conversation.Close(ConversationOutcome.NoAnswer, me, now))
            return;

        facts.Tell(new ConversationClosed(conversation.Organisation, conversation.Id, ConversationOutcome.NoAnswer, me, now));
        var silence = await db.Set<Silence>().FirstOrDefaultAsync(s => s.Conversation == conversation.Id, cancellation);
        if (reason.Length > 0)
        {
            if (silence is null)
                db.Add(silence = Silence.Of(conversation));
            silence.Say(reason, me, now);
        }
        else if (silence is not null)
        {
            db.Remove(silence);
        }

        await times.SetAsync(conversation, cancellation);
        changes.Tell(conversation);
        await db.SaveChangesAsync(cancellation);
    }
}
