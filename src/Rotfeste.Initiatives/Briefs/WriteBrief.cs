using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Initiatives.Drafts;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Ui.Writing;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Briefs;

/// <summary>Shows the page to be written, and keeps it as it is being written.</summary>
internal sealed class WriteBrief(
    AppDb db, CurrentCaller caller, InitiativeDoor door, BriefScreen screen, Colleagues colleagues, IClock clock, IStringLocalizer<Drafts.Texts> aside)
{
    private const int MostTries = 3;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/initiatives/{id:guid}/brief", (Guid id, string? more, WriteBrief use, CancellationToken cancellation) =>
            use.ShowAsync(id, more, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/initiatives/{id:guid}/draft", (Guid id, HttpContext http, IFormCollection form, WriteBrief use, CancellationToken cancellation) =>
            use.KeepAsync(id, http, form, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/initiatives/{id:guid}/brief", (Guid id, IFormCollection form, WriteBrief use, CancellationToken cancellation) =>
            use.HandleAsync(id, form, cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> ShowAsync(Guid id, string? more, CancellationToken cancellation)
    {
        if (await door.FindAsync(id, cancellation) is not { } initiative)
            return Results.NotFound();
        return door.MayWrite(initiative)
            ? Answer.Page<BriefPage>((nameof(BriefPage.View), await screen.ReadAsync(initiative, more, [], cancellation)))
            : Results.StatusCode(StatusCodes.Status403Forbidden);
    }

    private async Task<IResult> KeepAsync(Guid id, HttpContext http, IFormCollection form, CancellationToken cancellation)
    {
        var stored = await StoreAsync(id, form, cancellation);
        if (stored is { Kept: { } initiative, WentAside: { } field } && initiative.Brief.Touches.GetValueOrDefault(field)?.By is { } other)
            return Results.Text(aside["Kept", (await colleagues.FindAsync([other], cancellation)).GetValueOrDefault(other)?.Name ?? ""]);
        return stored.Refused ?? DraftAnswer.Kept(http, clock.GetCurrentInstant());
    }

    private async Task<IResult> HandleAsync(Guid id, IFormCollection form, CancellationToken cancellation)
    {
        var stored = await StoreAsync(id, form, cancellation);
        if (stored is not { Refused: null, Kept: { } initiative })
            return stored.Refused ?? Results.NotFound();

        var wrong = screen.Refuse(initiative.Brief);
        if (wrong.Count > 0)
            return Answer.Refused<BriefPage>((nameof(BriefPage.View), await screen.ReadAsync(initiative, null, wrong, cancellation)));
        var address = door.AddressOf(initiative);
        if (stored.WentAside is { } field)
            return Answer.SeeOther($"{address}/brief#{FieldId.Of(field)}");
        return Answer.SeeOther(form.Text("then") switch
        {
            "publish" => $"{address}/publication",
            { Length: > 0 } more when BriefFields.Find(more) is not null => $"{address}/brief?more={more}#{FieldId.Of(more)}",
            { Length: > 0 } chosen when Chosen(chosen) is { } of => $"{address}/brief#{FieldId.Of(of.Field.Key)}",
            _ => address,
        });
    }

    // "use.gain.0197…" and "drop.gain.0197…": one of two texts is chosen.
    private static (bool Uses, BriefField Field, PersonId By)? Chosen(string then) =>
        then.Split('.') is [("use" or "drop") and var what, var key, var by] && BriefFields.Find(key) is { } field && Guid.TryParse(by, out var person)
            ? (what == "use", field, PersonId.From(person))
            : null;

    private Brief Read(Initiative initiative, IFormCollection form)
    {
        var me = caller.Required.Person;
        var brief = BriefFields.ReadForm(initiative.Brief, key => form.ContainsKey(key) ? form.Raw(key) : null, me);
        return Chosen(form.Text("then")) switch
        {
            (true, var field, var by) => TwoWriters.Use(brief, field, by, me),
            (false, var field, var by) => TwoWriters.Drop(brief, field.Key, by),
            null => brief,
        };
    }

    private async Task<Stored> StoreAsync(Guid id, IFormCollection form, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await door.FindAsync(id, cancellation) is not { } initiative)
                return new Stored(Results.NotFound());
            if (!door.MayWrite(initiative))
                return new Stored(Results.StatusCode(StatusCodes.Status403Forbidden));

            FaultPoint.Pass("brief-before-store");
            db.MustOutliveAPowerFailure();
            var (before, brief) = (initiative.Brief, Read(initiative, form));
            var title = form.Text("title");
            initiative.Keep(
                title.Length <= Initiative.LongestTitle ? title : title[..Initiative.LongestTitle], brief, caller.Required.Person, clock.GetCurrentInstant());
            try
            {
                await db.SaveChangesAsync(cancellation);
                return new Stored(null, initiative, NewAside(before, brief));
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostTries)
            {
                // Two kept it at once: the later one looks again at what stands now.
                db.ChangeTracker.Clear();
            }
        }
    }

    private string? NewAside(Brief before, Brief now) =>
        now.Asides.FirstOrDefault(a => a.By == caller.Required.Person && !before.Asides.Contains(a))?.Field;

    /// <summary>What came of keeping it; WentAside is the field that another writes in too.</summary>
    private sealed record Stored(IResult? Refused, Initiative? Kept = null, string? WentAside = null);
}
