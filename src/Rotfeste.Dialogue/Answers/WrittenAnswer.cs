using NodaTime;
using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.Listening.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Answers;

/// <summary>What became of an answer, as far as Dialogue was told; in between, Channels knows more.</summary>
internal enum AnswerState
{
    /// <summary>Ordered.</summary>
    Ordered,

    /// <summary>Taken back by its writer before it went.</summary>
    TakenBack,

    /// <summary>The network has it.</summary>
    Sent,

    /// <summary>The network said no.</summary>
    Refused,
}

/// <summary>An answer as a person wrote it.</summary>
internal sealed class WrittenAnswer : IBelongToOrganisation, IVersioned
{
    private WrittenAnswer()
    {
    }

    public AnswerId Id { get; private init; }

    public OrganisationId Organisation { get; private init; }

    public ConversationId Conversation { get; private init; }

    public PersonId By { get; private init; }

    /// <summary>The words alone.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What stood under them, as it was then.</summary>
    public string Signature { get; private set; } = "";

    public ItemId Order { get; private init; }

    /// <summary>Its own number among the conversation's turns.</summary>
    public int Number { get; private init; }

    /// <summary>The newest turn that its writer had seen.</summary>
    public int SeenUpTo { get; private init; }

    public Instant WrittenAt { get; private init; }

    /// <summary>Until then it can be taken back.</summary>
    public Instant GoesAt { get; private init; }

    /// <summary>Once it is sent, the conversation is out of sight until then; null where that was not wished for.</summary>
    public Instant? PutOffUntil { get; private init; }

    public AnswerState State { get; private set; }

    public ItemReason Reason { get; private set; }

    public Instant? SentAt { get; private set; }

    /// <summary>Its writer said it where the question was asked, on a page where no account of ours can answer.</summary>
    public bool IsByHand { get; private set; }

    /// <summary>Where one reads it, as its writer gave it; null where that was not said, or the network says it.</summary>
    public string? Link { get; private set; }

    /// <summary>The post that it answers, or null where it was given by hand, or long ago.</summary>
    public PostId? Answered { get; private set; }

    public long Version { get; set; }

    public static WrittenAnswer Of(
        Conversation conversation, int number, ItemId order, AnswerInput input, PersonId by, Instant now, Instant goesAt) => new()
        {
            Id = AnswerId.New(),
            Organisation = conversation.Organisation,
            Conversation = conversation.Id,
            By = by,
            Text = input.Text,
            Signature = input.Signature,
            Order = order,
            Number = number,
            SeenUpTo = input.Seen,
            WrittenAt = now,
            GoesAt = goesAt,
            PutOffUntil = input.PutOffUntil,
        };

    public void Answers(PostId post) => Answered = post;

    public void WasSent(Instant at) => (State, SentAt, Reason) = (AnswerState.Sent, at, ItemReason.None);

    /// <summary>Said there by its writer.</summary>
    public void WasGivenByHand(string? link, Instant at)
    {
        (IsByHand, Link) = (true, link);
        WasSent(at);
    }

    public void WasRefused(ItemReason reason) => (State, Reason) = (AnswerState.Refused, reason);

    /// <summary>The words without the one they were said to, who asked to be erased; or none, when their time is over.</summary>
    public void Rewrite(string text, string signature) => (Text, Signature) = (text, signature);

    public void WasTakenBack() => State = AnswerState.TakenBack;

    public void IsTriedAgain() => (State, Reason) = (AnswerState.Ordered, ItemReason.None);
}

/// <summary>What goes into an answer.</summary>
/// <param name="Text">The words, trimmed.</param>
/// <param name="Signature">What stands under them.</param>
/// <param name="Seen">The newest turn its writer saw.</param>
internal sealed record AnswerInput(string Text, string Signature, int Seen)
{
    /// <summary>Sent and put off in one step: until when.</summary>
    public Instant? PutOffUntil { get; init; }
}
