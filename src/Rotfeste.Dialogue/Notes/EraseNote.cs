using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;

namespace Rotfeste.Dialogue.Notes;

/// <summary>A note that was taken away goes for good.</summary>
[JobName("dialogue-erase-note")]
internal sealed record EraseNoteJob(OrganisationId? Organisation, Guid Note) : IJob
{
    public string Key => Note.ToString();
}

/// <summary>Erases it where nobody has put it back.</summary>
internal sealed class EraseNote(AppDb db, Changes changes) : IDo<EraseNoteJob>
{
    public static bool IsOutside => false;

    public async Task<DueOutcome> DoAsync(EraseNoteJob job, DueTry attempt, CancellationToken cancellation)
    {
        if (await db.Set<Note>().FirstOrDefaultAsync(n => n.Id == job.Note && n.RemovedAt != null, cancellation) is not { } note)
            return DueOutcome.Done;

        db.Remove(note);
        changes.Tell(note.Organisation, note.Conversation);
        await db.SaveChangesAsync(cancellation);
        return DueOutcome.Done;
    }
}
