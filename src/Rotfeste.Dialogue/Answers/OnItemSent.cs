using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Dialogue.Followings;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;

namespace Rotfeste.Dialogue.Answers;

/// <summary>The network has an answer: the turn is theirs, and the ledger holds who gave it.</summary>
internal sealed class OnItemSent(AppDb db, AnswersOfOrders answers, SentRecord record, DueTimes times, Followers followers, Changes changes) : IOn<ItemSent>
{
    public async Task HandleAsync(IReadOnlyList<ItemSent> facts, CancellationToken cancellation)
    {
        var found = await answers.FindAsync([.. facts.Select(f => f.Item)], cancellation);
        foreach (var fact in facts)
        {
            if (!found.TryGetValue(fact.Item, out var pair) || pair.Answer.State == AnswerState.Sent)
                continue;

            var (answer, conversation) = pair;
            answer.WasSent(fact.At);
            conversation.AnswerWasSent(answer.Order, answer.SeenUpTo, fact.At);
            await times.SetAsync(conversation, cancellation);
            record.Write(answer, fact.At);
            await followers.TellAsync(conversation, [answer.By], cancellation);
            changes.Tell(conversation);
        }

        await db.SaveChangesAsync(cancellation);
    }
}
