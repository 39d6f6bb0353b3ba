using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Listening.Messages;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Keys;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Sources;

/// <summary>A place where another system sends posts to. Its secret is shown once, when it is made or made anew.</summary>
internal sealed class AddWebhook(
    AppDb db, CurrentCaller caller, ListSources list, Secrets secrets, LedgerWriter ledger, IClock clock, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sources/webhooks", (IFormCollection form, AddWebhook add, CancellationToken cancellation) =>
            add.AddAsync(form, cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/sources/{id:guid}/secret", (Guid id, AddWebhook add, CancellationToken cancellation) =>
            add.RenewAsync(new SourceId(id), cancellation)).RequireAuthorization(Access.Lead);
    }

    private async Task<IResult> AddAsync(IFormCollection form, CancellationToken cancellation)
    {
        var name = form.Text("name");
        if (name.Length is 0 or > Source.LongestName)
            return await list.RefusedAsync("", new Refusal("name", texts["NameMissing", Source.LongestName]), cancellation);
        var me = caller.Required;
        var source = Source.Of(SourceKind.Webhook, me.Organisation, name, "", me.Person, clock.GetCurrentInstant());
        source.TakesAll = form.Text("all") == "true";
        db.Add(source);
        ledger.Write(me.Organisation, "source-webhook-added", me.Person, new { source = source.Id.Value });
        return await ShowAsync(source, cancellation);
    }

    private async Task<IResult> RenewAsync(SourceId id, CancellationToken cancellation)
    {
        if (await db.Set<Source>().FirstOrDefaultAsync(s => s.Id == id && s.Kind == SourceKind.Webhook, cancellation) is not { } source)
            return Results.NotFound();
        ledger.Write(source.Organisation, "source-secret-renewed", caller.Required.Person, new { source = id.Value });
        return await ShowAsync(source, cancellation);
    }

    private async Task<IResult> ShowAsync(Source source, CancellationToken cancellation)
    {
        var secret = MessageSignature.NewSecret();
        source.SealedSecret = secrets.Seal(source.Organisation, TakeMessage.SecretPurpose, secret);
        await db.SaveChangesAsync(cancellation);
        return Answer.Page<SourcesPage>(
            (nameof(SourcesPage.View), await list.ViewAsync(cancellation) with { Secret = new SecretView(list.AddressOf(source), secret) }));
    }
}
