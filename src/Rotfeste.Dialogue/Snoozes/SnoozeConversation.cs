using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Turns;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Snoozes;

/// <summary>Put a conversation off until a time or a reply, and take it back in sight.</summary>
internal sealed class SnoozeConversation(
    ConversationChange conversations, ConversationScreen screen, PlanReading plans, IStringLocalizer<Texts> texts, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/conversations/{id:guid}/snooze", (Guid id, IFormCollection form, SnoozeConversation use, CancellationToken cancellation) =>
            use.SnoozeAsync(id, form, cancellation)).RequireAuthorization(Access.Answer);
        routes.MapPost("/conversations/{id:guid}/waking", (Guid id, SnoozeConversation use, CancellationToken cancellation) =>
            use.WakeAsync(id, cancellation)).RequireAuthorization(Access.Answer);
    }

    private async Task<IResult> SnoozeAsync(Guid id, IFormCollection form, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var plan = await plans.ReadAsync(cancellation);
        var until = SnoozeTime.Of(form.Text("until") is { Length: > 0 } choice ? choice : form.Text("day"), now, plan.Calendar.Zone);
        return await ChangeAsync(
            id, c => SnoozeWords.IsUrgent(c, plan, now) ? "SoonDue" : until is { } at && c.Snooze(at, now) ? null : "CannotWait", cancellation);
    }

    // What is in sight already is no mistake: the page shows how it stands.
    private Task<IResult> WakeAsync(Guid id, CancellationToken cancellation) => ChangeAsync(
        id,
        c =>
        {
            c.Wake();
            return null;
        },
        cancellation);

    // The change says by which words it is refused, or null.
    private Task<IResult> ChangeAsync(Guid id, Func<Conversation, string?> change, CancellationToken cancellation) => conversations.ApplyAsync(
        id, async c => change(c) is { } refused ? await screen.TooLateAsync(c, texts[refused], cancellation) : null, cancellation);
}
