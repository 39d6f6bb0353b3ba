using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Notices;

/// <summary>Shows a person the own notices, newest first.</summary>
internal sealed class ShowNotices(AppDb db, CurrentCaller caller, NoticeWords words, IServiceProvider services)
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/notices", async (ShowNotices use, [FromQuery] long? read, CancellationToken cancellation) =>
            Answer.Page<NoticesPage>((nameof(NoticesPage.View), await use.ReadAsync(read, cancellation)))).RequireAuthorization(Access.Member);
        routes.MapGet("/notices/list", async (ShowNotices use, CancellationToken cancellation) =>
            Answer.Page<NoticeList>((nameof(NoticeList.View), await use.ReadAsync(null, cancellation)))).RequireAuthorization(Access.Member);
    }

    /// <param name="read">Microseconds at which many were marked as read, so that it can be regretted; or null.</param>
    private async Task<NoticesView> ReadAsync(long? read, CancellationToken cancellation)
    {
        var me = caller.Required;
        var mine = db.Set<WrittenNotice>().AsNoTracking().Where(n => n.Person == me.Person);
        var newest = await mine.OrderBy(n => n.ReadAt != null).ThenByDescending(n => n.WrittenAt).Take(Most).ToListAsync(cancellation);
        Instant? at = read is { } micro and >= 0 and < 4_000_000_000_000_000 ? Instant.FromUnixTimeTicks(micro * 10) : null;
        var justRead = at is null ? 0 : await mine.CountAsync(n => n.ReadAt == at, cancellation);
        var rows = newest.Select(n => (Notice: n, Words: words.Say(services, n.Kind, n.Values))).Where(n => n.Words is not null)
            .Select(n => new NoticeView(n.Notice.Id, n.Words!, n.Notice.WrittenAt, n.Notice.ReadAt is null)).ToList();
        return new NoticesView(
            me.To("notices"), [.. rows.Where(r => r.IsNew)], [.. rows.Where(r => !r.IsNew)], justRead, read ?? 0, me.To("profile#mail"));
    }
}
