using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Listings;
using Rotfeste.Dialogue.Snoozes;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.BulkChanges;

/// <summary>The list with boxes to tick, what can be done to those that are ticked, and how one takes it back.</summary>
internal sealed class ShowMany(
    InboxReading inbox, BulkReading reading, ChangeMany changing, UndoMany undoing, Colleagues colleagues, PlanReading plans, CurrentCaller caller, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/inbox/many", (HttpRequest request, Guid? done, string? nothing, ShowMany use, CancellationToken cancellation) =>
            use.ShowAsync(InboxWish.Read(request.Query), done, nothing is not null, cancellation)).RequireAuthorization(Access.Answer);
        routes.MapPost("/inbox/many", (HttpRequest request, IFormCollection form, ShowMany use, CancellationToken cancellation) =>
            use.ChangeAsync(InboxWish.Read(request.Query), form, cancellation)).RequireAuthorization(Access.Answer);
        routes.MapPost("/inbox/many/{id:guid}/undoing", (Guid id, HttpRequest request, ShowMany use, CancellationToken cancellation) =>
            use.UndoAsync(id, InboxWish.Read(request.Query), cancellation)).RequireAuthorization(Access.Answer);
    }

    private async Task<IResult> ShowAsync(InboxWish wish, Guid? done, bool isNothing, CancellationToken cancellation)
    {
        var (me, now) = (caller.Required, clock.GetCurrentInstant());
        var view = await inbox.ReadAsync(me, wish, null, null, cancellation);
        var bulk = done is { } id ? await undoing.FindAsync(id, cancellation) : null;
        var zone = (await plans.ReadAsync(cancellation)).Calendar.Zone;
        return Answer.Page<ManyPage>((nameof(ManyPage.View), new ManyView(
            wish, view.Rows, view.Choices.Labels,
            [.. (await colleagues.WhoMayAnswerAsync(cancellation)).Where(c => c.Person != me.Person).Select(c => new ChoiceView(c.Person.Value, c.Name))],
            SnoozeTime.Ahead(now, zone), isNothing,
            bulk is null ? null : new DoneView(
                bulk.Id, bulk.Kind.ToString(), bulk.Changed.Count, bulk.Refused, bulk.UndoneAt is not null, bulk.Kept,
                bulk.UndoneAt is null && bulk.Changed.Count > 0 && now <= bulk.At + UndoMany.Regret))));
    }

    private async Task<IResult> ChangeAsync(InboxWish wish, IFormCollection form, CancellationToken cancellation) =>
        await reading.ReadAsync(form, cancellation) is { } wanted
            ? Back(wish, $"done={await changing.RunAsync(wanted, cancellation)}")
            : Back(wish, "nothing=yes");

    private async Task<IResult> UndoAsync(Guid id, InboxWish wish, CancellationToken cancellation)
    {
        if (await undoing.FindAsync(id, cancellation) is null)
            return Results.NotFound();

        await undoing.RunAsync(id, cancellation);
        return Back(wish, $"done={id}");
    }

    private IResult Back(InboxWish wish, string more) => Answer.SeeOther(caller.Required.To(
        string.Create(CultureInfo.InvariantCulture, $"inbox/many{wish.Query}{(wish.Query.Length == 0 ? "?" : "&")}{more}")));
}
