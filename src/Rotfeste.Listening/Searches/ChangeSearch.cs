using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Listening.Contracts;
using Rotfeste.Listening.Watching;
using Rotfeste.Listening.Waves;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Searches;

/// <summary>Other words for a search, or a rest for it. What it found stays.</summary>
internal sealed class ChangeSearch(
    AppDb db, CurrentCaller caller, Trying trying, WaveChoosing waves, WatchSignal signal, IClock clock, IStringLocalizer<Texts> texts)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/searches/{id:guid}", (Guid id, ChangeSearch change, CancellationToken cancellation) =>
            change.ShowAsync(id, cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/searches/{id:guid}", (Guid id, HttpRequest request, ChangeSearch change, CancellationToken cancellation) =>
            change.HandleAsync(id, request, cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/searches/{id:guid}/pause", (Guid id, ChangeSearch change, CancellationToken cancellation) =>
            change.StopAsync(id, cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/searches/{id:guid}/resumption", (Guid id, ChangeSearch change, CancellationToken cancellation) =>
            change.ResumeAsync(id, cancellation)).RequireAuthorization(Access.Lead);
    }

    private async Task<IResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } search)
            return Results.NotFound();
        var input = SearchInput.Empty with { Name = search.Name, Kind = search.Kind, Query = search.Query };
        return Answer.Page<SearchPage>((nameof(SearchPage.View), await ViewAsync(search, input, [], await trying.LookAsync(input, cancellation), cancellation)));
    }

    private async Task<IResult> HandleAsync(Guid id, HttpRequest request, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } search)
            return Results.NotFound();
        var input = SearchInput.From(await request.ReadFormAsync(cancellation));
        var trial = await trying.LookAsync(input, cancellation);
        var refusals = SearchRules.Check(input, trial, texts);
        return refusals.Count > 0
            ? Answer.Refused<SearchPage>((nameof(SearchPage.View), await ViewAsync(search, input, refusals, trial, cancellation)))
            : await ApplyAsync(id, s => s.Change(input.Name, input.Kind, trial!.Query), cancellation);
    }

    private Task<IResult> StopAsync(Guid id, CancellationToken cancellation) =>
        ApplyAsync(id, s => s.Stop(clock.GetCurrentInstant()), cancellation);

    // What may be named can have changed while it rested.
    private async Task<IResult> ResumeAsync(Guid id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } search)
            return Results.NotFound();
        var input = SearchInput.Empty with { Name = search.Name, Kind = search.Kind, Query = search.Query };
        var trial = await trying.LookAsync(input, cancellation);
        var refusals = SearchRules.Check(input, trial, texts);
        return refusals.Count > 0
            ? Answer.Refused<SearchPage>((nameof(SearchPage.View), await ViewAsync(search, input, refusals, trial, cancellation)))
            : await ApplyAsync(id, s => s.Resume(), cancellation);
    }

    private async Task<SearchView> ViewAsync(Search search, SearchInput input, IReadOnlyList<Refusal> refusals, TrialView? trial, CancellationToken cancellation)
    {
        var alerts = (await waves.ReadAsync(cancellation)).FirstOrDefault(w => w.Subject == search.Id.Value);
        return new(search.Id.Value, input, search.StoppedAt is not null, refusals, trial, alerts);
    }

    private async Task<IResult> ApplyAsync(Guid id, Action<Search> change, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } search)
            return Results.NotFound();
        change(search);
        db.AfterCommit(signal.Set);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To("searches"));
    }

    private Task<Search?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Set<Search>().FirstOrDefaultAsync(s => s.Id == new SearchId(id), cancellation);
}
