using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>Where a conversation goes on that went into another.</summary>
internal sealed class Whereabouts(AppDb db)
{
    /// <summary>Itself, where it went into none; to be changed, with its posts.</summary>
    public async Task<Conversation> OfAsync(Conversation conversation, CancellationToken cancellation)
    {
        while (conversation.MergedInto is { } into)
        {
            conversation = db.Set<Conversation>().Local.FirstOrDefault(c => c.Id == into)
                ?? await db.Set<Conversation>().Include(c => c.Posts).FirstAsync(c => c.Id == into, cancellation);
        }

        return conversation;
    }

    /// <summary>The same by its id.</summary>
    public async Task<ConversationId> OfAsync(ConversationId conversation, CancellationToken cancellation)
    {
        while (await db.Set<Conversation>().Where(c => c.Id == conversation).Select(c => c.MergedInto).FirstOrDefaultAsync(cancellation) is { } into)
            conversation = into;
        return conversation;
    }
}
