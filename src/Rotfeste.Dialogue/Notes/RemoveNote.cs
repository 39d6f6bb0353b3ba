using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;
using Rotfeste.Platform.Web;

namespace Rotfeste.Dialogue.Notes;

/// <summary>Its writer takes a note away, and may regret that for ten minutes.</summary>
internal sealed class RemoveNote(AppDb db, Notify notify, DueWork due, Changes changes, CurrentCaller caller, IClock clock)
{
    private static readonly Duration Regret = Duration.FromMinutes(10);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/notes/{id:guid}/removal", (Guid id, RemoveNote use, CancellationToken cancellation) =>
            use.RemoveAsync(id, cancellation)).RequireAuthorization(Access.Member);
        routes.MapPost("/notes/{id:guid}/return", (Guid id, RemoveNote use, CancellationToken cancellation) =>
            use.PutBackAsync(id, cancellation)).RequireAuthorization(Access.Member);
    }

    private async Task<IResult> RemoveAsync(Guid id, CancellationToken cancellation)
    {
        if (await MineAsync(id, cancellation) is not { } note)
            return Results.NotFound();

        var now = clock.GetCurrentInstant();
        note.Remove(now);
        await notify.TakeBackAsync(WriteNote.KeyOf(id), cancellation);
        var job = new EraseNoteJob(note.Organisation, id);
        await due.ScheduleAsync(job, now + Regret, job.Key, cancellation);
        return await SavedAsync(note, cancellation);
    }

    private async Task<IResult> PutBackAsync(Guid id, CancellationToken cancellation)
    {
        if (await MineAsync(id, cancellation) is not { } note)
            return Results.NotFound();

        note.PutBack();
        await due.WithdrawAsync<EraseNoteJob>(id.ToString(), cancellation);
        return await SavedAsync(note, cancellation);
    }

    private Task<Note?> MineAsync(Guid id, CancellationToken cancellation)
    {
        var me = caller.Required.Person;
        return db.Set<Note>().FirstOrDefaultAsync(n => n.Id == id && n.By == me, cancellation);
    }

    private async Task<IResult> SavedAsync(Note note, CancellationToken cancellation)
    {
        changes.Tell(note.Organisation, note.Conversation);
        await db.SaveChangesAsync(cancellation);
        return Answer.SeeOther(caller.Required.To($"inbox/{note.Conversation}"));
    }
}
