using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Dialogue.Answers;

/// <summary>The network said no: the text is kept, and somebody must see to it.</summary>
internal sealed class OnItemRefused(AppDb db, AnswersOfOrders answers, DueTimes times, Changes changes) : IOn<ItemRefused>
{
    public async Task HandleAsync(IReadOnlyList<ItemRefused> facts, CancellationToken cancellation)
    {
        var found = await answers.FindAsync([.. facts.Select(f => f.Item)], cancellation);
        foreach (var fact in facts)
        {
            if (!found.TryGetValue(fact.Item, out var pair) || pair.Answer.State != AnswerState.Ordered)
                continue;

            pair.Answer.WasRefused(fact.Reason);
            pair.Conversation.AnswerWasRefused(pair.Answer.Order);
            await times.SetAsync(pair.Conversation, cancellation);
            changes.Tell(pair.Conversation);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
