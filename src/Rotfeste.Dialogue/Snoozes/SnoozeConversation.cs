using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Turns;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Snoozes;

/// <summary>Put a conversation off until a time or a reply, and take it back in sight.</summary>
internal sealed class SnoozeConversation(
    AppDb db, ConversationDoor door, ConversationScreen screen, PlanReading plans, DueTimes times, Changes changes, CurrentCaller caller,
    IStringLocalizer<Texts> texts, IClock clock)
{
    private const int MostTries = 3;

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
    private async Task<IResult> ChangeAsync(Guid id, Func<Conversation, string?> change, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await door.FindAsync(id, cancellation) is not { } conversation)
                return Results.NotFound();
            if (change(conversation) is { } refused)
                return await screen.TooLateAsync(conversation, texts[refused], cancellation);

            try
            {
                await times.SetAsync(conversation, cancellation);
                changes.Tell(conversation);
                await db.SaveChangesAsync(cancellation);
                return Answer.SeeOther(caller.Required.To($"inbox/{id}"));
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostTries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
