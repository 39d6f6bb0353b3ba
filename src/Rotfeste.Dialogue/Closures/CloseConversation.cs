using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Dialogue.Closures;

/// <summary>Close a conversation with an outcome, and open it again.</summary>
internal sealed class CloseConversation(ConversationChange conversations, FactLog facts, CurrentCaller caller, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/conversations/{id:guid}/closure", (Guid id, [FromForm] ConversationOutcome outcome, CloseConversation use, CancellationToken cancellation) =>
            use.CloseAsync(id, outcome, cancellation)).RequireAuthorization(Access.Answer);
        routes.MapPost("/conversations/{id:guid}/reopening", (Guid id, CloseConversation use, CancellationToken cancellation) =>
            use.ReopenAsync(id, cancellation)).RequireAuthorization(Access.Answer);
    }

    public Task<IResult> CloseAsync(Guid id, ConversationOutcome outcome, CancellationToken cancellation) =>
        ChangeAsync(id, c => Close(c, outcome), cancellation);

    public Task<IResult> ReopenAsync(Guid id, CancellationToken cancellation) => ChangeAsync(id, c => c.Reopen(Now), cancellation);

    /// <summary>Closes it and tells of it, in the caller's unit of work; false where it was closed already.</summary>
    public bool Close(Conversation conversation, ConversationOutcome outcome)
    {
        var now = Now;
        var me = caller.Required.Person;
        if (!Enum.IsDefined(outcome) || !conversation.Close(outcome, me, now))
            return false;

        facts.Tell(new ConversationClosed(conversation.Organisation, conversation.Id, outcome, me, now));
        return true;
    }

    private Instant Now => clock.GetCurrentInstant();

    private Task<IResult> ChangeAsync(Guid id, Func<Conversation, bool> change, CancellationToken cancellation) =>
        conversations.ApplyAsync(id, c => Task.FromResult(change(c) ? null : conversations.Back(c)), cancellation);
}
