using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Listening.Overviews;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Volumes;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Mentions;

/// <summary>What is said about us: the page, and the two parts of it that change by themselves.</summary>
internal sealed class ListMentions(
    AppDb db, CurrentCaller caller, MentionReading reading, VolumeReading volumes, OverviewReading overview, Narrowing narrowing)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/mentions", (HttpRequest request, ListMentions list, CancellationToken cancellation) =>
            list.PageAsync(request, cancellation)).RequireAuthorization(Access.Member);
        routes.MapGet("/mentions/list", (HttpRequest request, ListMentions list, CancellationToken cancellation) =>
            list.ListAsync(Asked(request) with { Before = null }, cancellation)).RequireAuthorization(Access.Member);
        routes.MapGet("/mentions/now", (HttpRequest request, ListMentions list, CancellationToken cancellation) =>
            list.NowAsync(Asked(request) with { Before = null }, cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> PageAsync(HttpRequest request, CancellationToken cancellation)
    {
        var asked = Asked(request);
        var searches = await db.Set<Search>().AsNoTracking().Where(s => s.StoppedAt == null).ToListAsync(cancellation);
        var view = new MentionsView(
            asked,
            [.. searches.OrderBy(s => s.Name, StringComparer.CurrentCultureIgnoreCase).Select(s => new SearchChoice(s.Id.Value, s.Name))],
            asked.HasFigures ? await volumes.ReadAsync(asked, cancellation) : null,
            asked is { IsNarrowed: false, Before: null } && searches.Count > 0 ? await overview.ReadAsync(asked, cancellation) : null,
            await narrowing.ReadAsync(asked, cancellation),
            await reading.ListAsync(asked, MayChange, cancellation),
            MayChange,
            Guid.TryParse(request.Query["undo"], out var undo) ? undo : null);
        return Answer.Page<MentionsPage>((nameof(MentionsPage.View), view));
    }

    private async Task<IResult> ListAsync(MentionsAsked asked, CancellationToken cancellation) =>
        Answer.Page<MentionList>((nameof(MentionList.View), await reading.ListAsync(asked, MayChange, cancellation)));

    private async Task<IResult> NowAsync(MentionsAsked asked, CancellationToken cancellation) =>
        Answer.Page<MentionsNow>((nameof(MentionsNow.View), await volumes.ReadAsync(asked.HasFigures ? asked : asked.Widened(), cancellation)));

    private bool MayChange => caller.Required.May.Contains(Access.Lead);

    private static MentionsAsked Asked(HttpRequest request) => MentionsAsked.From(request.Query);
}
