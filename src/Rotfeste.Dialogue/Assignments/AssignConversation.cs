using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Notes;
using Rotfeste.Dialogue.Turns;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Assignments;

/// <summary>Take a conversation, give it to a colleague, or give it back.</summary>
internal sealed class AssignConversation(
    AppDb db, ConversationChange conversations, ConversationScreen screen, Colleagues colleagues, ChannelPeople people, Notify notify, CurrentCaller caller,
    IStringLocalizer<Texts> texts, IClock clock)
{
    public static NoticeKind Handed { get; } = NoticeKind.Of<Texts>("conversation-handed", "Notice.Handed");

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/conversations/{id:guid}/assignment", (Guid id, [FromForm] Guid? to, [FromForm] string? note, AssignConversation use,
            CancellationToken cancellation) => to is { } person ? use.GiveAsync(id, PersonId.From(person), note, cancellation) : use.TakeAsync(id, cancellation)).RequireAuthorization(Access.Answer);
        routes.MapPost("/conversations/{id:guid}/handback", (Guid id, AssignConversation use, CancellationToken cancellation) =>
            use.GiveBackAsync(id, cancellation)).RequireAuthorization(Access.Answer);
    }

    public Task<IResult> GiveBackAsync(Guid id, CancellationToken cancellation)
    {
        var me = caller.Required.Person;
        return ChangeAsync(id, c => c.HandBack(me), cancellation);
    }

    public Task<IResult> TakeAsync(Guid id, CancellationToken cancellation)
    {
        var (me, now) = (caller.Required.Person, clock.GetCurrentInstant());
        return ChangeAsync(id, c => c.Take(me, now), cancellation);
    }

    public Task<IResult> GiveAsync(Guid id, PersonId to, string? why, CancellationToken cancellation)
    {
        var (me, now) = (caller.Required, clock.GetCurrentInstant());
        var text = Shortened.Of((why ?? "").Replace("\0", "", StringComparison.Ordinal).Trim(), Note.Longest - 1);
        return conversations.ApplyAsync(
            id,
            async conversation =>
            {
                if (!(await people.WhoMayAnswerAsync(conversation.Channel, cancellation)).Contains(to))
                    return Results.NotFound();
                if (!conversation.HandOver(me.Person, to, now))
                    return await screen.TooLateAsync(conversation, await WhoHasItAsync(conversation, cancellation), cancellation);

                if (text.Length > 0)
                    db.Add(Note.Of(conversation, me.Person, text, now, [], to));
                if (to != me.Person)
                    await notify.TellAsync(to, new Notice(Handed.Name, [me.Name], $"inbox/{id}", NoticeUrgency.Urgent, $"conversation-handed {id}"), cancellation);
                return null;
            },
            cancellation);
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
