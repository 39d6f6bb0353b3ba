using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Listening.Feeds;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Web;

namespace Rotfeste.Listening.Sources;

/// <summary>A rest for a source, an end to it, or all of it instead of what searches hit. What it found stays.</summary>
internal sealed class ChangeSource(AppDb db, CurrentCaller caller, DueWork due, IClock clock)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sources/{id:guid}/pause", (Guid id, ChangeSource change, CancellationToken cancellation) =>
            change.ApplyAsync(id, change.PauseAsync, cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/sources/{id:guid}/resumption", (Guid id, ChangeSource change, CancellationToken cancellation) =>
            change.ApplyAsync(id, change.ResumeAsync, cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/sources/{id:guid}/scope", (Guid id, ChangeSource change, CancellationToken cancellation) =>
            change.ApplyAsync(id, TurnAsync, cancellation)).RequireAuthorization(Access.Lead);
        routes.MapPost("/sources/{id:guid}/removal", (Guid id, ChangeSource change, CancellationToken cancellation) =>
            change.ApplyAsync(id, change.RemoveAsync, cancellation)).RequireAuthorization(Access.Lead);
    }

    private async Task<IResult> ApplyAsync(Guid id, Func<Source, CancellationToken, Task> change, CancellationToken cancellation)
    {
        if (await db.Set<Source>().FirstOrDefaultAsync(s => s.Id == new SourceId(id), cancellation) is not { } source)
            return Results.NotFound();
        await change(source, cancellation);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To("sources"));
    }

    private async Task PauseAsync(Source source, CancellationToken cancellation)
    {
        source.Pause(clock.GetCurrentInstant());
        await due.WithdrawAsync<PollFeedJob>(source.Id.ToString(), cancellation);
    }

    // What a feed said meanwhile mostly stands there still: the next reading knows. What was sent to us meanwhile is gone.
    private async Task ResumeAsync(Source source, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        if (source is { Kind: SourceKind.Webhook, PausedAt: { } paused })
            db.Add(SourceGap.Of(source, paused, now, GapBecause.Paused));
        source.Resume();
        if (source.IsAsked)
            await due.ScheduleAsync(new PollFeedJob(source.Organisation, source.Id.Value), now, source.Id.ToString(), cancellation);
    }

    private static Task TurnAsync(Source source, CancellationToken cancellation)
    {
        source.TakesAll = !source.TakesAll;
        return Task.CompletedTask;
    }

    private async Task RemoveAsync(Source source, CancellationToken cancellation)
    {
        await due.WithdrawAsync<PollFeedJob>(source.Id.ToString(), cancellation);
        db.RemoveRange(await db.Set<SourceDay>().Where(d => d.Source == source.Id).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<SourceGap>().Where(g => g.Source == source.Id).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<Messages.TakenMessage>().Where(m => m.Source == source.Id).ToListAsync(cancellation));
        db.Remove(source);
    }
}
