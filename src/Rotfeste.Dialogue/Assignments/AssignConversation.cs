using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Turns;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Assignments;

/// <summary>Take a conversation, give it to a colleague, or give it back.</summary>
internal sealed class AssignConversation(
    ConversationChange conversations, ConversationScreen screen, Colleagues colleagues, CurrentCaller caller, IStringLocalizer<Texts> texts, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/conversations/{id:guid}/assignment", (Guid id, [FromForm] Guid? to, AssignConversation use, CancellationToken cancellation) =>
            use.GiveAsync(id, to is { } person ? PersonId.From(person) : null, cancellation)).RequireAuthorization(Access.Answer);
        routes.MapPost("/conversations/{id:guid}/handback", (Guid id, AssignConversation use, CancellationToken cancellation) =>
            use.GiveBackAsync(id, cancellation)).RequireAuthorization(Access.Answer);
    }

    public Task<IResult> GiveBackAsync(Guid id, CancellationToken cancellation)
    {
        var me = caller.Required.Person;
        return ChangeAsync(id, c => c.HandBack(me), cancellation);
    }

    public async Task<IResult> GiveAsync(Guid id, PersonId? to, CancellationToken cancellation)
    {
        var me = caller.Required.Person;
        var now = clock.GetCurrentInstant();
        if (to is null)
            return await ChangeAsync(id, c => c.Take(me, now), cancellation);

        var able = await colleagues.WhoMayAnswerAsync(cancellation);
        return able.Any(c => c.Person == to)
            ? await ChangeAsync(id, c => c.HandOver(me, to.Value, now), cancellation)
            : Results.NotFound();
    }

    private Task<IResult> ChangeAsync(Guid id, Func<Conversation, bool> change, CancellationToken cancellation) => conversations.ApplyAsync(
        id, async c => change(c) ? null : await screen.TooLateAsync(c, await WhoHasItAsync(c, cancellation), cancellation), cancellation);

    private async Task<string> WhoHasItAsync(Conversation conversation, CancellationToken cancellation)
    {
        var taker = conversation.TakenBy ?? default;
        var name = (await colleagues.FindAsync([taker], cancellation)).GetValueOrDefault(taker)?.Name ?? "?";
        return conversation.TakenAt is { } at ? texts["TakenAt", name, SaidTime.Of(at, caller.Required, clock.GetCurrentInstant())] : texts["Taken", name];
    }
}
