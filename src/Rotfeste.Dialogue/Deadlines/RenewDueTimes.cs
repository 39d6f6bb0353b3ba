using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;

namespace Rotfeste.Dialogue.Deadlines;

/// <summary>Puts the due times of all that waits right, a hundred at a time so that nobody waits behind it.</summary>
internal sealed class RenewDueTimes(AppDb db, DueTimes times, Changes changes) : IDo<RenewDueTimesJob>
{
    private const int Batch = 100;

    public static bool IsOutside => true;

    public async Task<DueOutcome> DoAsync(RenewDueTimesJob job, DueTry attempt, CancellationToken cancellation)
    {
        var waiting = await db.Set<Conversation>()
            .Where(c => c.Place < ConversationPlace.EndOfSnoozed).OrderBy(c => c.Place).Select(c => c.Id).ToListAsync(cancellation);
        foreach (var batch in waiting.Chunk(Batch))
            await RenewAsync(batch, cancellation);
        return DueOutcome.Done;
    }

    private async Task RenewAsync(ConversationId[] batch, CancellationToken cancellation)
    {
        await db.WriteAsync(
            async () =>
            {
                db.ChangeTracker.Clear();
                foreach (var conversation in await db.Set<Conversation>().Where(c => batch.Contains(c.Id)).ToListAsync(cancellation))
                {
                    await times.SetAsync(conversation, cancellation);
                    changes.Tell(conversation);
                }

                await db.SaveChangesAsync(cancellation);
            },
            cancellation);
    }
}
