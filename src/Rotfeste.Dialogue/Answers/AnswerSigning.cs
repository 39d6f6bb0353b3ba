using Rotfeste.Channels.Contracts;
using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Dialogue.Answers;

/// <summary>How a person signs in a conversation: the account has its way, and the unit is named in the question's language.</summary>
internal sealed class AnswerSigning(Signatures signatures, UsableChannels channels, AskedPost asked)
{
    public async Task<Signature> OfAsync(Caller caller, Conversation conversation, NetworkPost? question, CancellationToken cancellation)
    {
        var card = (await channels.OfAsync(caller, cancellation)).CardOf(asked.ChannelOf(conversation));
        var language = question is { Languages: [var first, ..] } ? first : null;
        return await signatures.OfAsync(caller.Person, new SigningPlace(card?.Signing, language), cancellation);
    }
}
