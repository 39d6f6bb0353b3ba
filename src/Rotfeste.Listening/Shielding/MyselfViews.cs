using NodaTime;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Listening.Shielding;

/// <summary>What a person has said about being listened for.</summary>
/// <param name="IsNamed">Searches may hold the person's name.</param>
/// <param name="Accounts">The private accounts: what they are called is not known any more.</param>
/// <param name="Handle">What was typed.</param>
/// <param name="Refusals">Why it was refused.</param>
public sealed record MyselfView(bool IsNamed, IReadOnlyList<PrivateAccountView> Accounts, string Handle, IReadOnlyList<Refusal> Refusals);

/// <summary>A private account, of which only the day is left to show.</summary>
public sealed record PrivateAccountView(Guid Id, Instant AddedAt);
