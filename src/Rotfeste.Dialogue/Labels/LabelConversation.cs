using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Programs;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Labels;

/// <summary>Which labels a conversation has: those that are ticked, and no others.</summary>
internal sealed class LabelConversation(
    AppDb db, ConversationDoor door, ConversationChange conversations, LabelReading labels, DueTimes times, FactLog facts, Changes changes, CurrentCaller caller, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/conversations/{id:guid}/labels", (Guid id, IFormCollection form, LabelConversation use, CancellationToken cancellation) =>
            use.SetAsync(id, [.. form["label"].Select(l => Guid.TryParse(l, out var label) ? label : default)], cancellation)).RequireAuthorization(Access.Answer);

    /// <summary>What is no label here is left out.</summary>
    public Task<IResult> SetAsync(Guid id, IReadOnlyList<Guid> chosen, CancellationToken cancellation) => door.OnWhatStandsAsync(
        id,
        async conversation =>
        {
            if (conversation.MergedInto is not null)
                return conversations.GoesOnElsewhere(conversation);

            await ChangeAsync(conversation, chosen, cancellation);
            return caller.Required.IsProgram ? ProgramAnswers.Done() : Answer.SeeOther(caller.Required.To($"inbox/{id}"));
        },
        cancellation);

    private async Task ChangeAsync(Conversation conversation, IReadOnlyList<Guid> chosen, CancellationToken cancellation)
    {
        var known = (await labels.AllAsync(cancellation)).Select(l => l.Id).ToHashSet();
        var wanted = chosen.Where(known.Contains).Select(LabelId.From).ToHashSet();
        var standing = await db.Set<ConversationLabel>().Where(l => l.Conversation == conversation.Id).ToListAsync(cancellation);
        if (wanted.SetEquals(standing.Select(l => l.Label)))
            return;

        db.RemoveRange(standing.Where(l => !wanted.Contains(l.Label)));
        db.AddRange(wanted.Where(w => standing.TrueForAll(l => l.Label != w)).Select(w => new ConversationLabel
        {
            Organisation = conversation.Organisation,
            Conversation = conversation.Id,
            Label = w,
        }));
        await times.SetAsync(conversation, cancellation);
        facts.Tell(new ConversationLabelled(conversation.Organisation, conversation.Id, caller.Required.Person, clock.GetCurrentInstant()));
        changes.Tell(conversation);
        await db.SaveChangesAsync(cancellation);
    }
}
