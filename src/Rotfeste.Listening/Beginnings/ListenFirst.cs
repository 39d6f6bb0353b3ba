using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Rotfeste.Listening.Mentions;
using Rotfeste.Listening.Searches;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Slots;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Beginnings;

/// <summary>Before one answers: leads through the first weeks of listening to a summary that an initiative can begin with. Nothing is locked meanwhile.</summary>
internal sealed class ListenFirst(
    AppDb db, CurrentCaller caller, IEnumerable<InitiativeStart> starts, IServiceProvider services, IClock clock, IStringLocalizer<Texts> texts)
{
    // What an initiative takes.
    private const int LongestSummary = 2_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/mentions/beginning", (string? done, ListenFirst listen, CancellationToken cancellation) =>
            listen.ShowAsync(done is not null, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/mentions/beginning", (IFormCollection form, ListenFirst listen, CancellationToken cancellation) =>
            listen.WriteAsync(BeginningInput.From(form), cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/mentions/beginning/initiative", (ListenFirst listen, CancellationToken cancellation) =>
            listen.BeginAsync(cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> ShowAsync(bool isKept, CancellationToken cancellation) =>
        Answer.Page<BeginningPage>((nameof(BeginningPage.View), await ViewAsync(await ReadAsync(cancellation), isKept, false, cancellation)));

    private async Task<IResult> WriteAsync(BeginningInput input, CancellationToken cancellation)
    {
        if (input.Notes.Any(n => n.Text.Length > Beginning.LongestNote))
            return Answer.Refused<BeginningPage>((nameof(BeginningPage.View), await ViewAsync(input, false, true, cancellation)));
        var row = await db.Set<Beginning>().FirstOrDefaultAsync(cancellation);
        if (row is null)
            db.Add(row = new Beginning { Organisation = caller.Required.Organisation });
        row.Write(input);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To("mentions/beginning?done=1#summary"));
    }

    private async Task<IResult> BeginAsync(CancellationToken cancellation)
    {
        var summary = Summary(await ReadAsync(cancellation));
        if (summary.Length == 0 || starts.FirstOrDefault() is not { } start)
            return Answer.SeeOther(caller.Required.To("mentions/beginning"));
        var path = await start.BeginAsync(services, caller.Required, summary, cancellation);
        return Answer.SeeOther(caller.Required.To(path));
    }

    private async Task<BeginningInput> ReadAsync(CancellationToken cancellation) =>
        await db.Set<Beginning>().AsNoTracking().FirstOrDefaultAsync(cancellation) is { } row
            ? new(row.Asked, row.Praised, row.Criticised, row.Places, row.Dialogue)
            : BeginningInput.Empty;

    private async Task<BeginningView> ViewAsync(BeginningInput input, bool isKept, bool isTooLong, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var searches = await db.Set<Search>().AsNoTracking().Select(s => new { s.Kind, s.CreatedAt }).ToListAsync(cancellation);
        var day = searches.Count == 0 ? 0 : 1 + (int)(now - searches.Min(s => s.CreatedAt)).TotalDays;
        var since = now - Beginning.Long;
        var organisation = caller.Required.Organisation;
        var mentions = await db.Set<Mention>().CountAsync(m => m.Organisation == organisation && m.At >= since, cancellation);
        return new(
            Enum.GetValues<SearchKind>().ToDictionary(k => k, k => searches.Count(s => s.Kind == k)), day, mentions, input, Summary(input), isKept, isTooLong,
            caller.Required.May.Contains(Access.Lead), starts.Any());
    }

    private string Summary(BeginningInput input)
    {
        var parts = input.Notes.Where(n => n.Text.Length > 0).Select(n => $"{texts[$"Sum.{n.Name}"]} {n.Text}").ToList();
        if (parts.Count == 0)
            return "";
        var all = $"{texts["Sum.title"]}\n{string.Join('\n', parts)}";
        return all.Length <= LongestSummary ? all : all[..(LongestSummary - 1)] + "…";
    }
}
