using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Answers;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Turns;

/// <summary>Puts one of our answers into what the page shows.</summary>
internal static class AnswerWords
{
    public static AnswerView Of(WrittenAnswer answer, ItemCard? order, string byName, string network, Caller reader, Instant now) => new(
        answer.SentAt ?? order?.SentAt ?? answer.WrittenAt,
        answer.Id.Value,
        byName,
        Pieces.Of(network, answer.Text),
        answer.Signature,
        StandingOf(answer, order, answer.By == reader.Person, reader.May.Contains(People.Contracts.Access.Answer), now),
        SafeLink.Of(order?.WebLink ?? answer.Link))
    {
        ThenOff = answer.State == AnswerState.Ordered && order?.State != ItemState.Sent ? answer.PutOffUntil : null,
    };

    /// <summary>How it stands: what Channels knows now, or what we were told, whichever is further.</summary>
    public static AnswerStanding StandingOf(WrittenAnswer answer, ItemCard? order, bool isWriter, bool mayAnswer, Instant now)
    {
        if (answer.State == AnswerState.Sent || order?.State == ItemState.Sent)
            return new AnswerStanding(Standing.Sent, answer.IsByHand ? "Answer.ByHand" : "Answer.Sent", null, null, null, false, false);
        if (answer.State == AnswerState.Refused || order?.State == ItemState.Refused)
            return new AnswerStanding(Standing.Failed, "Answer.Refused", ReasonKey(order is { State: ItemState.Refused } ? order.Reason : answer.Reason), null, null, false, mayAnswer);

        return order?.State switch
        {
            ItemState.OutcomeUnknown => new(Standing.Unknown, "Answer.Unknown", null, null, null, false, false),
            ItemState.Sending => new(Standing.Queued, "Answer.Sending", null, null, null, false, false),
            _ when order is { Reason: not ItemReason.None } =>
                new(Standing.Failed, "Answer.Waits", ReasonKey(order.Reason), order.NextTry, null, isWriter, false),
            _ => new(Standing.Queued, "Answer.Queued", null, null, SecondsTo(answer.GoesAt, now), isWriter, false),
        };
    }

    private static int SecondsTo(Instant at, Instant now) => Math.Max(0, (int)Math.Ceiling((at - now).TotalSeconds));

    private static string? ReasonKey(ItemReason reason) => reason == ItemReason.None ? null : $"Reason.{reason}";
}
