using Rotfeste.Platform.Callers;

namespace Rotfeste.Agreements.Contracts;

/// <summary>A person whom a change asks, and why.</summary>
public sealed record AskedAgain(PersonId Person, AskReason Why);

/// <summary>What a change would do, before it is made.</summary>
/// <param name="Asked">Asked for the first time or again, each with the reason.</param>
/// <param name="Told">Shown the difference; their answers hold, and they can reopen them with one tap.</param>
/// <param name="Waiting">Asked already and without an answer that holds; for them nothing changes but the text.</param>
public sealed record AskPreview(IReadOnlyList<AskedAgain> Asked, IReadOnlyList<PersonId> Told, IReadOnlyList<PersonId> Waiting);
