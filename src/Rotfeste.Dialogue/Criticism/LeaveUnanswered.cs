using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Closures;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Criticism;

/// <summary>No answer is also a choice: closed with one press, a reason only from whoever wants to give one.</summary>
internal sealed class LeaveUnanswered(AppDb db, ConversationChange conversations, CloseConversation closing, CurrentCaller caller, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/conversations/{id:guid}/silence", (Guid id, [FromForm] string? reason, LeaveUnanswered use, CancellationToken cancellation) =>
            use.HandleAsync(id, Shortened.Of(reason?.Trim() ?? "", Silence.LongestReason), cancellation)).RequireAuthorization(Access.Answer);

    private Task<IResult> HandleAsync(Guid id, string reason, CancellationToken cancellation) => conversations.ApplyAsync(
        id,
        async conversation =>
        {
            if (!closing.Close(conversation, ConversationOutcome.NoAnswer))
                return conversations.Back(conversation);

            await SayAsync(conversation, reason, cancellation);
            return null;
        },
        cancellation);

    private async Task SayAsync(Conversation conversation, string reason, CancellationToken cancellation)
    {
        var silence = await db.Set<Silence>().FirstOrDefaultAsync(s => s.Conversation == conversation.Id, cancellation);
        if (reason.Length > 0)
        {
            if (silence is null)
                db.Add(silence = Silence.Of(conversation));
            silence.Say(reason, caller.Required.Person, clock.GetCurrentInstant());
        }
        else if (silence is not null)
        {
            db.Remove(silence);
        }
    }
}
