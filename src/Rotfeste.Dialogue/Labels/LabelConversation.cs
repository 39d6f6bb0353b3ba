using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Programs;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Labels;

/// <summary>Which labels a conversation has: those that are ticked, and no others.</summary>
internal sealed class LabelConversation(AppDb db, ConversationDoor door, LabelReading labels, DueTimes times, Changes changes, CurrentCaller caller)
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        "/conversations/{id:guid}/labels", (Guid id, IFormCollection form, LabelConversation use, CancellationToken cancellation) =>
            use.SetAsync(id, [.. form["label"].Select(l => Guid.TryParse(l, out var label) ? label : default)], cancellation)).RequireAuthorization(Access.Answer);

    /// <summary>What is no label here is left out.</summary>
    public async Task<IResult> SetAsync(Guid id, IReadOnlyList<Guid> chosen, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } conversation)
            return Results.NotFound();

        var known = (await labels.AllAsync(cancellation)).Select(l => l.Id).ToHashSet();
        var wanted = chosen.Where(known.Contains).Select(LabelId.From).ToHashSet();
        var standing = await db.Set<ConversationLabel>().Where(l => l.Conversation == conversation.Id).ToListAsync(cancellation);
        db.RemoveRange(standing.Where(l => !wanted.Contains(l.Label)));
        db.AddRange(wanted.Where(w => standing.TrueForAll(l => l.Label != w)).Select(w => new ConversationLabel
        {
            Organisation = conversation.Organisation,
            Conversation = conversation.Id,
            Label = w,
        }));
        await times.SetAsync(conversation, cancellation);
        changes.Tell(conversation);
        await db.SaveChangesAsync(cancellation);
        return caller.Required.IsProgram ? ProgramAnswers.Done() : Answer.SeeOther(caller.Required.To($"inbox/{id}"));
    }
}
