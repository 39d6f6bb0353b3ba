using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Writing;
using Rotfeste.Platform.Web;

namespace Rotfeste.Initiatives.Briefs;

/// <summary>Shows the page to be written, and keeps it as it is being written.</summary>
internal sealed class WriteBrief(AppDb db, CurrentCaller caller, InitiativeDoor door, BriefScreen screen, IClock clock)
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
        var outcome = await StoreAsync(id, form, cancellation);
        return outcome.Refused ?? DraftAnswer.Kept(http, clock.GetCurrentInstant());
    }

    private async Task<IResult> HandleAsync(Guid id, IFormCollection form, CancellationToken cancellation)
    {
        var (refused, initiative) = await StoreAsync(id, form, cancellation);
        if (refused is not null || initiative is null)
            return refused ?? Results.NotFound();

        var wrong = screen.Refuse(initiative.Brief);
        if (wrong.Count > 0)
            return Answer.Refused<BriefPage>((nameof(BriefPage.View), await screen.ReadAsync(initiative, null, wrong, cancellation)));
        var address = door.AddressOf(initiative);
        return Answer.SeeOther(form.Text("then") switch
        {
            "publish" => $"{address}/publication",
            { Length: > 0 } more when BriefFields.All.Any(f => f.Key == more) => $"{address}/brief?more={more}#f-{more}",
            _ => address,
        });
    }

    private async Task<(IResult? Refused, Initiative? Kept)> StoreAsync(Guid id, IFormCollection form, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await door.FindAsync(id, cancellation) is not { } initiative)
                return (Results.NotFound(), null);
            if (!door.MayWrite(initiative))
                return (Results.StatusCode(StatusCodes.Status403Forbidden), null);

            FaultPoint.Pass("brief-before-store");
            db.MustOutliveAPowerFailure();
            var brief = BriefFields.ReadForm(initiative.Brief, key => form.ContainsKey(key) ? form.Raw(key) : null);
            var title = form.Text("title");
            initiative.Keep(
                title.Length <= Initiative.LongestTitle ? title : title[..Initiative.LongestTitle], brief, caller.Required.Person, clock.GetCurrentInstant());
            try
            {
                await db.SaveChangesAsync(cancellation);
                return (null, initiative);
            }
            catch (DbUpdateConcurrencyException) when (attempt < MostTries)
            {
                // Two windows kept it at once: the fields of the later one stand.
                db.ChangeTracker.Clear();
            }
        }
    }
}
