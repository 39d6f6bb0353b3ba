using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Drafts;
using Rotfeste.Dialogue.Pictures;
using Rotfeste.Dialogue.Turns;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Answers;

/// <summary>Regret an answer before it goes; try a refused one again, or take its text back to write it anew.</summary>
internal sealed class ReviseAnswer(
    AppDb db, ConversationDoor door, Items items, KeptDrafts drafts, LaidPictures laid, Changes changes, ConversationScreen screen, AnswerRefusals words,
    DueTimes times, CurrentCaller caller, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/answers/{id:guid}/regret", (Guid id, ReviseAnswer use, CancellationToken cancellation) =>
            use.ReviseAsync(id, use.RegretAsync, cancellation)).RequireAuthorization(Access.Answer);
        routes.MapPost("/answers/{id:guid}/attempt", (Guid id, ReviseAnswer use, CancellationToken cancellation) =>
            use.ReviseAsync(id, use.TryAgainAsync, cancellation)).RequireAuthorization(Access.Answer);
        routes.MapPost("/answers/{id:guid}/draft", (Guid id, ReviseAnswer use, CancellationToken cancellation) =>
            use.ReviseAsync(id, use.WriteAnewAsync, cancellation)).RequireAuthorization(Access.Answer);
    }

    private async Task<IResult> ReviseAsync(
        Guid id, Func<WrittenAnswer, Conversation, CancellationToken, Task<bool>> revise, CancellationToken cancellation)
    {
        var (answer, conversation) = await FindAsync(id, cancellation);
        if (answer is null || conversation is null)
            return Results.NotFound();

        try
        {
            db.MustOutliveAPowerFailure();
            if (!await revise(answer, conversation, cancellation))
                return await screen.TooLateAsync(conversation, words.TooLate, cancellation);

            changes.Tell(conversation);
            await db.SaveChangesAsync(cancellation);
            return Answer.SeeOther(caller.Required.To($"inbox/{conversation.Id}"));
        }
        catch (DbUpdateConcurrencyException)
        {
            // It went out, or a colleague pressed first, in the same moment.
            db.ChangeTracker.Clear();
            (_, conversation) = await FindAsync(id, cancellation);
            return conversation is null ? Results.NotFound() : await screen.TooLateAsync(conversation, words.TooLate, cancellation);
        }
    }

    private async Task<(WrittenAnswer? Answer, Conversation? Conversation)> FindAsync(Guid id, CancellationToken cancellation)
    {
        var wanted = AnswerId.From(id);
        var answer = await db.Set<WrittenAnswer>().FirstOrDefaultAsync(a => a.Id == wanted, cancellation);
        return (answer, answer is null ? null : await door.FindAsync(answer.Conversation.Value, cancellation));
    }

    private async Task<bool> RegretAsync(WrittenAnswer answer, Conversation conversation, CancellationToken cancellation)
    {
        if (answer.By != caller.Required.Person || answer.State != AnswerState.Ordered || !await items.TakeBackAsync(answer.Order, cancellation))
            return false;

        await PutBackAsync(answer, conversation, cancellation);
        return true;
    }

    private async Task<bool> WriteAnewAsync(WrittenAnswer answer, Conversation conversation, CancellationToken cancellation)
    {
        if (answer.State != AnswerState.Refused)
            return false;

        await PutBackAsync(answer, conversation, cancellation);
        return true;
    }

    private async Task<bool> TryAgainAsync(WrittenAnswer answer, Conversation conversation, CancellationToken cancellation)
    {
        if (answer.State != AnswerState.Refused || conversation.IsSending || !await items.TryAgainAsync(answer.Order, cancellation))
            return false;

        answer.IsTriedAgain();
        conversation.AnswerIsTriedAgain(answer.Order);
        return true;
    }

    private async Task PutBackAsync(WrittenAnswer answer, Conversation conversation, CancellationToken cancellation)
    {
        answer.WasTakenBack();
        conversation.AnswerWasTakenBack(answer.Order, clock.GetCurrentInstant());
        await times.SetAsync(conversation, cancellation);
        await drafts.PutBackAsync(conversation.Id, caller.Required.Person, answer.Text, cancellation);
        await laid.PutBackAsync(answer.Id, cancellation);
    }
}
