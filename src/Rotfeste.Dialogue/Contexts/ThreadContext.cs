using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Live;

namespace Rotfeste.Dialogue.Contexts;

/// <summary>Asks the network for the thread round a conversation and has Listening keep it.</summary>
internal sealed class ThreadContext(AppDb db, Threads threads, Posts posts, LiveTopics live)
{
    /// <summary>True when there is nothing more to ask for; false when the network did not answer.</summary>
    public async Task<bool> FetchAsync(ConversationId id, CancellationToken cancellation)
    {
        var conversation = await db.Set<Conversation>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, cancellation);
        if (conversation is null)
            return true;

        var stored = await posts.FindAsync([conversation.LastPost], cancellation);
        if (!stored.TryGetValue(conversation.LastPost, out var last) || last.Erased is not null)
            return true;

        var thread = await threads.GetAsync(conversation.LastChannel ?? conversation.Channel, last.Post.Uri, cancellation);
        if (thread.Failure is not null)
            return false;

        if (thread.IsGone)
            await posts.EraseAsync([last.Post.Uri], cancellation);
        await posts.KeepAsync(thread.Posts, cancellation);
        live.AnnounceAfter(db, conversation.Organisation, Changes.Topic(id));
        await db.SaveChangesAsync(cancellation);
        return true;
    }
}
