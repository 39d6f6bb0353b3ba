using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Live;
using Rotfeste.Platform.Web;

namespace Rotfeste.People.Notices;

/// <summary>Marks notices as read, and takes that back. Following one is reading it.</summary>
internal sealed class ReadNotices(AppDb db, RowVersions versions, CurrentCaller caller, LiveTopics live, IClock clock)
{
    private PersonId Me => caller.Required.Person;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/notices/{id:guid}", (Guid id, ReadNotices use, CancellationToken cancellation) => use.FollowAsync(id, cancellation))
            .RequireAuthorization(Access.Member);
        routes.MapPost("/notices/reading", (ReadNotices use, CancellationToken cancellation) => use.ReadAllAsync(cancellation))
            .RequireAuthorization(Access.Member);
        routes.MapPost("/notices/reading/regret", (IFormCollection form, ReadNotices use, CancellationToken cancellation) =>
            use.RegretAllAsync(form.Text("at"), cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/notices/{id:guid}/reading", (Guid id, ReadNotices use, CancellationToken cancellation) =>
            use.MarkAsync(id, isRead: true, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/notices/{id:guid}/regret", (Guid id, ReadNotices use, CancellationToken cancellation) =>
            use.MarkAsync(id, isRead: false, cancellation)).RequireAuthorization(Access.Member);
    }

    // A link in a mail is followed with GET; what that changes can be taken back, and is the person's own.
    private async Task<IResult> FollowAsync(Guid id, CancellationToken cancellation)
    {
        if (await Mine().Where(n => n.Id == id).Select(n => new { n.Address, n.ReadAt }).FirstOrDefaultAsync(cancellation) is not { } found)
            return Results.NotFound();
        if (found.ReadAt is null)
            await SetAsync(Mine().Where(n => n.Id == id), clock.GetCurrentInstant(), cancellation);
        return Answer.SeeOther(caller.Required.To(found.Address));
    }

    private async Task<IResult> MarkAsync(Guid id, bool isRead, CancellationToken cancellation)
    {
        var rows = await SetAsync(Mine().Where(n => n.Id == id), isRead ? clock.GetCurrentInstant() : null, cancellation);
        return rows == 0 ? Results.NotFound() : Answer.SeeOther(caller.Required.To("notices"));
    }

    private async Task<IResult> ReadAllAsync(CancellationToken cancellation)
    {
        // Kept in microseconds, so that the same time is found again.
        var at = clock.GetCurrentInstant().ToUnixTimeTicks() / 10;
        await SetAsync(Mine().Where(n => n.ReadAt == null), Instant.FromUnixTimeTicks(at * 10), cancellation);
        return Answer.SeeOther(caller.Required.To($"notices?read={at}"));
    }

    private async Task<IResult> RegretAllAsync(string typed, CancellationToken cancellation)
    {
        if (long.TryParse(typed, CultureInfo.InvariantCulture, out var micro) && micro is >= 0 and < 4_000_000_000_000_000)
        {
            var at = Instant.FromUnixTimeTicks(micro * 10);
            await SetAsync(Mine().Where(n => n.ReadAt == at), null, cancellation);
        }

        return Answer.SeeOther(caller.Required.To("notices"));
    }

    private IQueryable<WrittenNotice> Mine()
    {
        var me = Me;
        return db.Set<WrittenNotice>().Where(n => n.Person == me);
    }

    private async Task<int> SetAsync(IQueryable<WrittenNotice> notices, Instant? at, CancellationToken cancellation)
    {
        var rows = 0;
        await db.WriteAsync(
            async () => rows = await notices.ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, at), cancellation), cancellation);
        versions.Note(caller.Required.Organisation, typeof(WrittenNotice));
        live.Announce(caller.Required.Organisation, NoticeWriting.Topic);
        return rows;
    }
}
