using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Conversations;

/// <summary>Lets a person in to a conversation, or behaves as if there were none.</summary>
internal sealed class ConversationDoor(AppDb db, KeptConversations kept, UsableChannels channels, CurrentCaller caller)
{
    /// <summary>The conversation with its posts, to be changed; null when the person may not see it.</summary>
    public async Task<Conversation?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var wanted = ConversationId.From(id);
        return await LetInAsync(await With(db.Set<Conversation>()).FirstOrDefaultAsync(c => c.Id == wanted, cancellation), cancellation);
    }

    /// <summary>The same to look at: all who have it open share it, so nobody changes it.</summary>
    public async Task<Conversation?> LookAsync(Guid id, CancellationToken cancellation)
    {
        var wanted = ConversationId.From(id);
        var found = await kept.GetAsync(
            db, wanted, () => With(db.Set<Conversation>().AsNoTracking()).FirstOrDefaultAsync(c => c.Id == wanted, cancellation));
        return await LetInAsync(found, cancellation);
    }

    /// <summary>Does something with the conversation as it stands, once more where somebody was a moment earlier.</summary>
    public Task<IResult> OnWhatStandsAsync(Guid id, Func<Conversation, Task<IResult>> act, CancellationToken cancellation) =>
        db.OnWhatStandsAsync(async () => await FindAsync(id, cancellation) is { } conversation ? await act(conversation) : Results.NotFound());

    private static IQueryable<Conversation> With(IQueryable<Conversation> conversations) => conversations.Include(c => c.Posts);

    private async Task<Conversation?> LetInAsync(Conversation? found, CancellationToken cancellation)
    {
        if (found is null)
            return null;

        var sight = await channels.OfAsync(caller.Required, cancellation);
        return sight.MaySee(found.Channel) && found.Posts.All(p => sight.MaySee(p.Channel ?? found.Channel)) ? found : null;
    }
}
