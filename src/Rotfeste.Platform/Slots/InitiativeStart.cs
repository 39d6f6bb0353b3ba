using Rotfeste.Platform.Callers;

namespace Rotfeste.Platform.Slots;

/// <summary>How a room below begins an initiative with words that lie there; filled by the room that has initiatives.</summary>
/// <param name="BeginAsync">
/// Takes the caller's words (plain text, at most 2,000 characters), saves, and gives the page where the initiative is begun, relative to the
/// organisation.
/// </param>
public sealed record InitiativeStart(Func<IServiceProvider, Caller, string, CancellationToken, Task<string>> BeginAsync);
