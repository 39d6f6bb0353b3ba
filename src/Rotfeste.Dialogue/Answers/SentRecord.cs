using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Platform.Facts;
using Rotfeste.Platform.Ledger;

namespace Rotfeste.Dialogue.Answers;

/// <summary>An answer stands in public: told as a fact, and in the ledger with who gave it. In the caller's unit of work.</summary>
internal sealed class SentRecord(FactLog log, LedgerWriter ledger)
{
    public void Write(WrittenAnswer answer, Instant at)
    {
        log.Tell(new AnswerSent(answer.Organisation, answer.Conversation, answer.Id, answer.By, at));
        ledger.Write(answer.Organisation, answer.IsByHand ? "answer-given-by-hand" : "answer-sent", answer.By, new
        {
            answer = answer.Id.Value,
            conversation = answer.Conversation.Value,
            item = answer.Order.Value,
            text = HashOf(AnswerText.Whole(answer.Text, answer.Signature)),
        });
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
