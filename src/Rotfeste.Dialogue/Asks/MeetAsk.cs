using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Asks;

/// <summary>What the one who is asked can do: answer, hand a fact over, or let it go on without a reason.</summary>
internal sealed class MeetAsk(
    AppDb db, AskScreen screen, Asking asking, ConversationDoor door, DueWork due, Notify notify, CurrentCaller caller, IStringLocalizer<Texts> texts, IClock clock)
{
    public static NoticeKind Given { get; } = NoticeKind.Of<Texts>("ask-fact", "Notice.Fact");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/asks", (AskScreen screen, CancellationToken cancellation) => screen.ListAsync(cancellation)).RequireAuthorization(Access.Member);
        routes.MapGet("/asks/{id:guid}", (Guid id, MeetAsk use, CancellationToken cancellation) =>
            use.ShowAsync(id, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/asks/{id:guid}/fact", (Guid id, [FromForm] string? text, MeetAsk use, CancellationToken cancellation) =>
            use.OnWhatStandsAsync(id, a => use.GiveAsync(a, AnswerText.Clean(text), cancellation), cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/asks/{id:guid}/passing", (Guid id, [FromForm] string? how, MeetAsk use, CancellationToken cancellation) =>
            use.OnWhatStandsAsync(id, a => use.PassAsync(a, how == nameof(AskState.NotNow) ? AskState.NotNow : AskState.NotMe, cancellation), cancellation))
            .RequireAuthorization(Access.Member);
    }

    // A question is for the one who is asked; to others there is none.
    private Task<IResult> OnWhatStandsAsync(Guid id, Func<Ask, Task<IResult>> act, CancellationToken cancellation) => db.OnWhatStandsAsync(async () =>
    {
        var me = caller.Required.Person;
        return await db.Set<Ask>().FirstOrDefaultAsync(a => a.Id == id && a.Asked == me, cancellation) is { } ask ? await act(ask) : Results.NotFound();
    });

    // A unit's room in Teams or Slack leads here too: whoever is not the one goes on to the conversation, where they may see it.
    private async Task<IResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        var me = caller.Required;
        if (await db.Set<Ask>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellation) is not { } ask)
            return Results.NotFound();
        if (ask.Asked == me.Person)
            return await screen.ShowAsync(ask, StatusCodes.Status200OK, "", [], cancellation);
        return await door.LookAsync(ask.Conversation.Value, cancellation) is null ? Results.NotFound() : Answer.SeeOther(me.To($"inbox/{ask.Conversation}"));
    }

    private async Task<IResult> GiveAsync(Ask ask, string fact, CancellationToken cancellation)
    {
        if (fact.Length is 0 or > Ask.LongestFact)
        {
            var refusal = new Refusal("text", fact.Length == 0 ? texts["Refused.Empty"] : texts["Refused.Long", Ask.LongestFact]);
            return await screen.ShowAsync(ask, StatusCodes.Status422UnprocessableEntity, Shortened.Of(fact, Ask.LongestFact), [refusal], cancellation);
        }

        if (ask.GiveFact(fact, clock.GetCurrentInstant()))
        {
            await notify.TakeBackAsync(Asking.KeyOf(ask.Id), cancellation);
            await due.WithdrawAsync<GoOnJob>(GoOnJob.KeyOf(ask.Id), cancellation);
            await notify.TellAsync(ask.By, new Notice(Given.Name, [caller.Required.Name], $"inbox/{ask.Conversation}", Key: $"ask-fact {ask.Id}"), cancellation);
            asking.Tell(ask);
            await db.SaveChangesAsync(cancellation);
        }

        return Answer.SeeOther(caller.Required.To($"asks/{ask.Id}"));
    }

    private async Task<IResult> PassAsync(Ask ask, AskState how, CancellationToken cancellation)
    {
        if (ask.End(how, clock.GetCurrentInstant()))
        {
            await due.WithdrawAsync<GoOnJob>(GoOnJob.KeyOf(ask.Id), cancellation);
            await asking.GoOnAsync(ask, cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        return Answer.SeeOther(caller.Required.To($"asks/{ask.Id}"));
    }
}
