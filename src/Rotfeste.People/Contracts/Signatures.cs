using Rotfeste.Platform.Callers;
using Rotfeste.Platform.Data;

namespace Rotfeste.People.Contracts;

/// <summary>How a person's answers are signed in public.</summary>
/// <param name="Text">«– Kari, Kundetorget», without leading space; empty until the person was asked.</param>
/// <param name="MustAsk">The person's own yes to the name has not been asked yet.</param>
public sealed record Signature(string Text, bool MustAsk);

/// <summary>The organisation's style and the person's own choice, made into a signature.</summary>
public sealed class Signatures(AppDb db)
{
    /// <summary>The signature of a member of the current organisation.</summary>
    public Task<Signature> OfAsync(PersonId person, CancellationToken cancellation) => throw new NotImplementedException(db.ToString());

    /// <summary>The person's own answer: yes to the name, or shielded (the unit's name, without explanation). Written in the caller's unit of work.</summary>
    public Task ChooseAsync(PersonId person, bool showName, CancellationToken cancellation) => throw new NotImplementedException();
}
