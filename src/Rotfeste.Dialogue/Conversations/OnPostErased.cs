using Microsoft.EntityFrameworkCore;
using NodaTime;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>The other side deleted something: the words are gone already, the conversation says so.</summary>
internal sealed class OnPostErased(AppDb db, DueTimes times, Changes changes, IClock clock) : IOn<PostErased>
{
    public async Task HandleAsync(IReadOnlyList<PostErased> facts, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var erased = facts.Select(f => f.Post).ToList();
        var conversations = await db.Set<Conversation>().Include(c => c.Posts)
            .Where(c => c.Posts.Any(p => erased.Contains(p.Post)))
            .ToListAsync(cancellation);
        foreach (var conversation in conversations)
        {
            erased.ForEach(post => conversation.Erase(post, now));
            await times.SetAsync(conversation, cancellation);
            changes.Tell(conversation);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
