using Microsoft.EntityFrameworkCore;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Answers;

/// <summary>An answer with its conversation.</summary>
internal readonly record struct AnswerInConversation(WrittenAnswer Answer, Conversation Conversation);

/// <summary>Finds the answers that orders carry; an order of another room is not among them.</summary>
internal sealed class AnswersOfOrders(AppDb db)
{
    public async Task<IReadOnlyDictionary<ItemId, AnswerInConversation>> FindAsync(
        IReadOnlyCollection<ItemId> orders, CancellationToken cancellation)
    {
        var answers = await db.Set<WrittenAnswer>().Where(a => orders.Contains(a.Order)).ToListAsync(cancellation);
        var ids = answers.Select(a => a.Conversation).Distinct().ToList();
        var conversations = await db.Set<Conversation>().Include(c => c.Posts)
            .Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellation);
        return answers.ToDictionary(a => a.Order, a => new AnswerInConversation(a, conversations[a.Conversation]));
    }
}
