using Rotfeste.People.Contracts;
using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.Dialogue.Answers;

/// <summary>What stands under the caller's answer.</summary>
internal sealed class WriterSignature(AppDb db, Signatures signatures, CurrentCaller caller)
{
    /// <summary>After the writer's own choice where it was asked ("name" or "unit"); null when it must still be asked.</summary>
    public async Task<string?> OfAsync(string? chosen, CancellationToken cancellation)
    {
        var person = caller.Required.Person;
        var signature = await signatures.OfAsync(person, cancellation);
        if (!signature.MustAsk)
            return signature.Text;
        if (chosen is not ("name" or "unit"))
            return null;

        await signatures.ChooseAsync(person, chosen == "name", cancellation);
        await db.SaveChangesAsync(cancellation);
        return (await signatures.OfAsync(person, cancellation)).Text;
    }
}
