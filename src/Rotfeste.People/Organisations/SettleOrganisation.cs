using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Rotfeste.People.Calling;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ledger;
using Rotfeste.Platform.Ui.Languages;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Undelivered;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Organisations;

/// <summary>Shows and changes what the organisation calls itself, speaks and signs with.</summary>
internal sealed class SettleOrganisation(
    AppDb db, CurrentCaller caller, KnownPeople known, LedgerWriter ledger, StoppedWork stopped, IStringLocalizer<Texts> texts)
{
    private sealed record Input(string Name, string Noun, string? Language, string? Zone, SignatureStyle? Style);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/settings", (SettleOrganisation use, [FromQuery] string? done, CancellationToken cancellation) =>
            use.ShowAsync(done == "yes", cancellation)).RequireAuthorization(Access.Owner);
        routes.MapPost("/settings", (SettleOrganisation use, IFormCollection form, CancellationToken cancellation) =>
            use.HandleAsync(
                new Input(
                    form.Text("name"), form.Text("noun"), Language.Find(form.Text("language"))?.Code, Zones.Find(form.Text("zone")),
                    form.Named<SignatureStyle>("style")),
                cancellation)).RequireAuthorization(Access.Owner);
    }

    private async Task<IResult> ShowAsync(bool isSaved, CancellationToken cancellation)
    {
        var us = await UsAsync(cancellation);
        return Answer.Page<SettingsPage>((nameof(SettingsPage.View), new SettingsView(
            us.Name, us.Noun, us.Language, us.SignatureStyle.ToString(), us.Zone, caller.Required.Path, isSaved, [],
            await stopped.CountAsync(us.Id, cancellation))));
    }

    private async Task<IResult> HandleAsync(Input input, CancellationToken cancellation)
    {
        var us = await UsAsync(cancellation);
        var refusals = Refuse(input);
        if (refusals.Count > 0)
        {
            return Answer.Refused<SettingsPage>((nameof(SettingsPage.View), new SettingsView(
                input.Name, input.Noun, input.Language ?? us.Language, (input.Style ?? us.SignatureStyle).ToString(), input.Zone ?? us.Zone,
                caller.Required.Path, IsSaved: false, refusals, await stopped.CountAsync(us.Id, cancellation))));
        }

        us.Settle(input.Name, input.Noun, input.Language!, input.Zone!, input.Style!.Value);
        ledger.Write(us.Id, "organisation-settled", caller.Required.Person, new { input.Language, input.Zone, input.Style });
        known.ForgetAfter(db);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To("settings?done=yes"));
    }

    private Task<Organisation> UsAsync(CancellationToken cancellation) =>
        db.Set<Organisation>().FirstAsync(o => o.Id == caller.Required.Organisation, cancellation);

    private List<Refusal> Refuse(Input input)
    {
        var refusals = new List<Refusal>();
        if (input.Name.Length is 0 or > Organisation.LongestName)
            refusals.Add(new("name", texts["Refused.Name", Organisation.LongestName]));
        if (input.Noun.Length is 0 or > Organisation.LongestNoun)
            refusals.Add(new("noun", texts["Refused.Noun", Organisation.LongestNoun]));
        if (input.Language is null)
            refusals.Add(new("language", texts["Refused.Language"]));
        if (input.Zone is null)
            refusals.Add(new("zone", texts["Refused.Zone"]));
        if (input.Style is null)
            refusals.Add(new("style", texts["Refused.Style"]));
        return refusals;
    }
}
