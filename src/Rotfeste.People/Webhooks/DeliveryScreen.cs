using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.People.Contracts;
using Rotfeste.People.Units;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Mail;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Webhooks;

/// <summary>Shows how mail goes out, and the rooms in Teams and Slack.</summary>
internal sealed class DeliveryScreen(AppDb db, CurrentCaller caller, UnitChoices units, Outbox outbox, MailHealth mail)
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/deliveries", (DeliveryScreen screen, [FromQuery] string? done, CancellationToken cancellation) =>
            screen.ShowAsync(new WebhookTyped("", "", ""), done == "trial", [], cancellation)).RequireAuthorization(Access.Lead);

    public async Task<IResult> ShowAsync(WebhookTyped typed, bool trialSent, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        var choices = await units.AllAsync(cancellation);
        var names = choices.ToDictionary(u => u.Id, u => u.Name);
        var webhooks = await db.Set<Webhook>().AsNoTracking().OrderBy(w => w.AddedAt).ToListAsync(cancellation);
        var view = new DeliveryView(
            outbox.IsOpen, await mail.OfAsync(caller.Required.Organisation, cancellation),
            [.. webhooks.Select(w => View(w, names))], choices, typed, trialSent, refusals);
        return refusals.Count > 0
            ? Answer.Refused<DeliveryPage>((nameof(DeliveryPage.View), view))
            : Answer.Page<DeliveryPage>((nameof(DeliveryPage.View), view));
    }

    private static WebhookView View(Webhook webhook, Dictionary<Guid, string> units) => new(
        webhook.Id, webhook.Name, webhook.Kind.ToString(), webhook.Unit is { } unit ? units.GetValueOrDefault(unit.Value) : null, webhook.Host,
        webhook.Trouble.ToString(), webhook.IsStopped, webhook.TroubleSince ?? webhook.SentAt);
}
