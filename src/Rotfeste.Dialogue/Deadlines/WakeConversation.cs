using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;

namespace Rotfeste.Dialogue.Deadlines;

/// <summary>Brings a snoozed conversation back in sight.</summary>
internal sealed class WakeConversation(AppDb db, Changes changes) : IDo<WakeConversationJob>
{
    public static bool IsOutside => false;

    public async Task<DueOutcome> DoAsync(WakeConversationJob job, DueTry attempt, CancellationToken cancellation)
    {
        var conversation = await db.Set<Conversation>().Include(c => c.Posts).FirstOrDefaultAsync(c => c.Id == job.Conversation, cancellation);
        if (conversation?.Wake() == true)
        {
            changes.Tell(conversation);
            await db.SaveChangesAsync(cancellation);
        }

        return DueOutcome.Done;
    }
}
