using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Due;

namespace Rotfeste.Dialogue.Deadlines;

/// <summary>
/// Brings a snoozed conversation back in sight. What is answered stands among those of the other side, where nobody looks by themselves: whoever
/// has it is told.
/// </summary>
internal sealed class WakeConversation(AppDb db, Notify notify, Changes changes) : IDo<WakeConversationJob>
{
    public static NoticeKind Back { get; } = NoticeKind.Of<Texts>("conversation-back", "Notice.Back");

    public static bool IsOutside => false;

    public async Task<DueOutcome> DoAsync(WakeConversationJob job, DueTry attempt, CancellationToken cancellation)
    {
        var conversation = await db.Set<Conversation>().Include(c => c.Posts).FirstOrDefaultAsync(c => c.Id == job.Conversation, cancellation);
        if (conversation?.Wake() == true)
        {
            if (conversation is { State: ConversationState.WaitingForThem, TakenBy: { } person })
                await notify.TellAsync(person, new Notice(Back.Name, [], $"inbox/{conversation.Id}", NoticeUrgency.Ordinary, $"back-{conversation.Id}"), cancellation);
            changes.Tell(conversation);
            await db.SaveChangesAsync(cancellation);
        }

        return DueOutcome.Done;
    }
}
