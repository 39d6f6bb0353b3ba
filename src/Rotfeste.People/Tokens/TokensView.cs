using NodaTime;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.People.Tokens;

/// <summary>A person's tokens in one organisation.</summary>
/// <param name="Tokens">Newest first.</param>
/// <param name="Made">The one made just now, shown this once; or null.</param>
/// <param name="Scopes">Those that the person can give.</param>
/// <param name="Address">Where programs begin.</param>
/// <param name="Typed">What stands in the form.</param>
/// <param name="Refusals">What must be mended.</param>
public sealed record TokensView(
    IReadOnlyList<TokenView> Tokens, string? Made, IReadOnlyList<string> Scopes, string Address, TokenTyped Typed, IReadOnlyList<Refusal> Refusals);

/// <summary>One of them; never the token itself.</summary>
public sealed record TokenView(Guid Id, string Name, IReadOnlyList<string> Scopes, Instant ExpiresAt, bool IsOver, string? LastUsedOn);

/// <summary>What was typed.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Scopes">Those ticked.</param>
/// <param name="Days">How long it holds.</param>
public sealed record TokenTyped(string Name, IReadOnlyList<string> Scopes, int Days);
