using Rotfeste.Dialogue.Conversations;
using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Answers;

/// <summary>What stands under the caller's answer.</summary>
internal sealed class WriterSignature(AppDb db, AskedPost asked, AnswerSigning signing, Signatures signatures, CurrentCaller caller)
{
    /// <summary>After the writer's own choice where it was asked ("name" or "unit"); null when it must still be asked.</summary>
    public async Task<string?> OfAsync(Conversation conversation, string? chosen, CancellationToken cancellation)
    {
        var question = await asked.OfAsync(conversation, cancellation);
        var signature = await signing.OfAsync(caller.Required, conversation, question, cancellation);
        if (!signature.MustAsk)
            return signature.Text;
        if (chosen is not ("name" or "unit"))
            return null;

        await signatures.ChooseAsync(caller.Required.Person, chosen == "name", cancellation);
        await db.SaveChangesAsync(cancellation);
        return (await signing.OfAsync(caller.Required, conversation, question, cancellation)).Text;
    }
}
