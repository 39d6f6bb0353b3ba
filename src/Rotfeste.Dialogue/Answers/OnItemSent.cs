using System.Security.Cryptography;
using System.Text;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Dialogue.Deadlines;
using Rotfeste.Platform.Data;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Ledger;

namespace Rotfeste.Dialogue.Answers;

/// <summary>The network has an answer: the turn is theirs, and the ledger holds who gave it.</summary>
internal sealed class OnItemSent(AppDb db, AnswersOfOrders answers, FactLog log, LedgerWriter ledger, DueTimes times, Changes changes) : IOn<ItemSent>
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
            log.Tell(new AnswerSent(fact.Organisation, conversation.Id, answer.Id, answer.By, fact.At));
            ledger.Write(fact.Organisation, "answer-sent", answer.By, new
            {
                answer = answer.Id.Value,
                conversation = conversation.Id.Value,
                item = fact.Item.Value,
                text = HashOf(AnswerText.Whole(answer.Text, answer.Signature)),
            });
            changes.Tell(conversation);
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
