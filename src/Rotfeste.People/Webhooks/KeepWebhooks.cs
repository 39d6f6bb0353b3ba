using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.People.Notices;
using Rotfeste.People.Units;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Http;
using Rotfeste.Platform.Keys;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Webhooks;

/// <summary>Connects rooms in Teams and Slack, tries them and removes them.</summary>
internal sealed class KeepWebhooks(
    AppDb db, CurrentCaller caller, DeliveryScreen screen, UnitChoices units, WebhookWriting writing, Secrets secrets, LedgerWriter ledger,
    Settings settings, IClock clock, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/deliveries/webhooks", (KeepWebhooks use, IFormCollection form, CancellationToken cancellation) =>
            use.ConnectAsync(form, cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/deliveries/webhooks/{id:guid}/trial", (Guid id, KeepWebhooks use, CancellationToken cancellation) =>
            use.TryAsync(id, cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/deliveries/webhooks/{id:guid}/removal", (Guid id, KeepWebhooks use, CancellationToken cancellation) =>
            use.RemoveAsync(id, cancellation)).RequireAuthorization(Access.Lead);
    }

    private async Task<IResult> ConnectAsync(IFormCollection form, CancellationToken cancellation)
    {
        var typed = new WebhookTyped(form.Text("kind"), form.Text("name"), form.Text("unit"));
        var (kind, address) = (form.Named<WebhookKind>("kind"), TypedAddress.Read(form.Text("address"), settings));
        var refusals = new List<Refusal>();
        if (kind is null)
            refusals.Add(new("kind", texts["Refused.Kind"]));
        if (typed.Name.Length is 0 or > Webhook.LongestName)
            refusals.Add(new("name", texts["Refused.Name", Webhook.LongestName]));
        if (address is null)
            refusals.Add(new("address", texts["Refused.Address"]));
        if (refusals.Count > 0)
            return await screen.ShowAsync(typed, trialSent: false, refusals, cancellation);

        var me = caller.Required;
        var webhook = Webhook.Connect(
            secrets, me.Organisation, await units.ReadAsync(typed.Unit, cancellation), kind!.Value, typed.Name, address!, me.Person,
            clock.GetCurrentInstant());
        db.Add(webhook);
        ledger.Write(me.Organisation, "webhook-connected", me.Person, new { webhook = webhook.Id, kind, unit = webhook.Unit });
        await SendTrialAsync(webhook, cancellation);
        return await SavedAsync("deliveries?done=trial", cancellation);
    }

    private async Task<IResult> TryAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Set<Webhook>().FirstOrDefaultAsync(w => w.Id == id, cancellation) is not { } webhook)
            return Results.NotFound();
        await SendTrialAsync(webhook, cancellation);
        return await SavedAsync("deliveries?done=trial", cancellation);
    }

    private async Task<IResult> RemoveAsync(Guid id, CancellationToken cancellation)
    {
        if (await db.Set<Webhook>().FirstOrDefaultAsync(w => w.Id == id, cancellation) is not { } webhook)
            return Results.NotFound();
        db.Remove(webhook);
        db.RemoveRange(await db.Set<WebhookMessage>().Where(m => m.Webhook == id).ToListAsync(cancellation));
        ledger.Write(webhook.Organisation, "webhook-removed", caller.Required.Person, new { webhook = id });
        return await SavedAsync("deliveries", cancellation);
    }

    private Task SendTrialAsync(Webhook webhook, CancellationToken cancellation) =>
        writing.WriteAsync(webhook, new Notice(NoticeKinds.Trial, [caller.Required.OrganisationName], "for-you"), cancellation);

    private async Task<IResult> SavedAsync(string address, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To(address));
    }
}
