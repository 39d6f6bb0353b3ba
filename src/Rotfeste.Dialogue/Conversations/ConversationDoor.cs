using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>Lets a person in to a conversation, or behaves as if there were none.</summary>
internal sealed class ConversationDoor(AppDb db, UsableChannels channels, CurrentCaller caller)
{
    /// <summary>The conversation with its posts, to be changed; null when the person may not see it.</summary>
    public async Task<Conversation?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var wanted = ConversationId.From(id);
        var found = await db.Set<Conversation>().Include(c => c.Posts).FirstOrDefaultAsync(c => c.Id == wanted, cancellation);
        if (found is null)
            return null;

        var sight = await channels.OfAsync(caller.Required, cancellation);
        return sight.MaySee(found.Channel) ? found : null;
    }
}
