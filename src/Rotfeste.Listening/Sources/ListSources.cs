using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Imports;
using Rotfeste.Listening.Streams;
using Rotfeste.Listening.Timelines;
using Rotfeste.People.Contracts;
using Rotfeste.Platform;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Ui.Pieces;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Sources;

/// <summary>Where posts come from, and how each of them is.</summary>
internal sealed class ListSources(
    AppDb db, CurrentCaller caller, SourceStanding stream, ListTimelines timelines, ImportsWaiting waiting, Settings settings, IClock clock)
{
    private const int MostImports = 5;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sources", async (ListSources list, CancellationToken cancellation) =>
            Answer.Page<SourcesPage>((nameof(SourcesPage.View), await list.ViewAsync(cancellation)))).RequireAuthorization(Access.Member);
        routes.MapGet("/sources/list", async (ListSources list, CancellationToken cancellation) =>
            Answer.Page<SourceList>((nameof(SourceList.View), await list.ViewAsync(cancellation)))).RequireAuthorization(Access.Member);
    }

    /// <summary>The page again, with what was typed and what to do.</summary>
    public async Task<IResult> RefusedAsync(string typed, Refusal refusal, CancellationToken cancellation) => Answer.Refused<SourcesPage>(
        (nameof(SourcesPage.View), await ViewAsync(cancellation) with { Address = typed, Refusals = [refusal] }));

    public async Task<SourcesView> ViewAsync(CancellationToken cancellation)
    {
        var week = clock.GetCurrentInstant().InUtc().Date.PlusDays(-6);
        var sources = await db.Set<Source>().AsNoTracking().ToListAsync(cancellation);
        var days = (await db.Set<SourceDay>().AsNoTracking().ToListAsync(cancellation)).Where(d => d.Day >= week).ToLookup(d => d.Source);
        var imports = await db.Set<Import>().AsNoTracking().OrderByDescending(i => i.StartedAt).Take(MostImports).ToListAsync(cancellation);
        return new(
            stream.Now,
            [.. sources.OrderBy(s => s.Kind).ThenBy(s => s.Name, StringComparer.CurrentCultureIgnoreCase).Select(s => Row(s, days[s.Id]))],
            [.. imports.Select(i => Row(i, waiting.Contains(i.Id)))],
            caller.Required.May.Contains(Access.Lead), "", [], [], null) { Lists = await timelines.ReadAsync(cancellation) };
    }

    /// <summary>Where another system sends its messages.</summary>
    public string AddressOf(Source source) => new Uri(settings.Address, caller.Required.To($"sources/{source.Id}/messages")).AbsoluteUri;

    private SourceRowView Row(Source source, IEnumerable<SourceDay> days) => new(
        source.Id.Value,
        source.Kind,
        source.Name,
        source.Kind switch { SourceKind.Feed => source.Address, SourceKind.Webhook => AddressOf(source), _ => null },
        source.TakesAll,
        source.PausedAt is not null,
        source.Trouble,
        source.PausedAt ?? source.TroubleSince ?? source.HeardAt,
        source.NewAt,
        days.Sum(d => d.Received),
        days.Sum(d => d.Found));

    private static ImportView Row(Import import, bool isWaiting) => new(
        import.FileName, import.State, import.EndedAt ?? import.StartedAt, (int)(100 * import.Position / Math.Max(1, import.Size)), import.Lines,
        import.Found, import.Bad, import.WrongLines.Replace(",", ", ", StringComparison.Ordinal), isWaiting);
}
