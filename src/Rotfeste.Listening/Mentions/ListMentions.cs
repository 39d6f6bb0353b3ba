using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Listening.Searches;
using Rotfeste.Listening.Volumes;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Mentions;

/// <summary>What is said about us: the page, and the two parts of it that change by themselves.</summary>
internal sealed class ListMentions(AppDb db, CurrentCaller caller, MentionReading reading, VolumeReading volumes)
{
    private const int UsualDays = 14;
    private static readonly int[] Days = [7, 14, 28];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/mentions", (Guid? search, int? days, string? before, Guid? undo, ListMentions list, CancellationToken cancellation) =>
            list.PageAsync(Asked(search, days, before), undo, cancellation)).RequireAuthorization(Access.Member);
        routes.MapGet("/mentions/list", (Guid? search, int? days, ListMentions list, CancellationToken cancellation) =>
            list.ListAsync(Asked(search, days, null), cancellation)).RequireAuthorization(Access.Member);
        routes.MapGet("/mentions/now", (Guid? search, int? days, ListMentions list, CancellationToken cancellation) =>
            list.NowAsync(Asked(search, days, null), cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> PageAsync(MentionsAsked asked, Guid? undo, CancellationToken cancellation)
    {
        var searches = await db.Set<Search>().AsNoTracking().Where(s => s.StoppedAt == null).ToListAsync(cancellation);
        var view = new MentionsView(
            asked,
            [.. searches.OrderBy(s => s.Name, StringComparer.CurrentCultureIgnoreCase).Select(s => new SearchChoice(s.Id.Value, s.Name))],
            await volumes.ReadAsync(asked, cancellation),
            await reading.ListAsync(asked, MayChange, cancellation),
            MayChange,
            undo);
        return Answer.Page<MentionsPage>((nameof(MentionsPage.View), view));
    }

    private async Task<IResult> ListAsync(MentionsAsked asked, CancellationToken cancellation) =>
        Answer.Page<MentionList>((nameof(MentionList.View), await reading.ListAsync(asked, MayChange, cancellation)));

    private async Task<IResult> NowAsync(MentionsAsked asked, CancellationToken cancellation) =>
        Answer.Page<MentionsNow>((nameof(MentionsNow.View), await volumes.ReadAsync(asked, cancellation)));

    private bool MayChange => caller.Required.May.Contains(Access.Lead);

    private static MentionsAsked Asked(Guid? search, int? days, string? before) =>
        new(search, days is { } wished && Days.Contains(wished) ? wished : UsualDays, MentionPlace.From(before));
}
