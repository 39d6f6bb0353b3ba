using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Volumes;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Searches;

/// <summary>The searches, and the form for a new one.</summary>
internal sealed class ListSearches(AppDb db, CurrentCaller caller, Settings settings, IClock clock)
{
    private static readonly Duration Week = Duration.FromDays(7);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/searches", HandleAsync).RequireAuthorization(Access.Member);

    private static async Task<IResult> HandleAsync(ListSearches list, CancellationToken cancellation) =>
        Answer.Page<SearchesPage>((nameof(SearchesPage.View), await list.ViewAsync(SearchInput.Empty, [], null, cancellation)));

    /// <summary>The screen, also when a new search came back refused.</summary>
    public async Task<SearchesView> ViewAsync(
        SearchInput input, IReadOnlyList<Refusal> refusals, TrialView? trial, CancellationToken cancellation)
    {
        var searches = await db.Set<Search>().AsNoTracking().ToListAsync(cancellation);
        var since = clock.GetCurrentInstant() - Week;
        var counts = await db.Set<HourCount>().AsNoTracking().Where(c => c.Hour >= since)
            .GroupBy(c => c.Search).Select(g => new { g.Key, Sum = g.Sum(c => c.Count) }).ToListAsync(cancellation);
        var rows = searches.OrderBy(s => s.StoppedAt is not null).ThenBy(s => s.Name, StringComparer.CurrentCultureIgnoreCase)
            .Select(s => new SearchRowView(
                s.Id.Value, s.Name, s.Kind, s.Query, s.StoppedAt is not null, counts.Find(c => c.Key == s.Id)?.Sum ?? 0));
        return new([.. rows], caller.Required.May.Contains(Access.Lead), input, refusals, trial, settings.Streams.Count == 0);
    }
}
