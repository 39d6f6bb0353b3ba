using NodaTime;
using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Dialogue.Hooks;

/// <summary>The addresses that are told, and what they were told lately.</summary>
/// <param name="Hooks">Oldest first.</param>
/// <param name="Log">Newest first, at most a hundred.</param>
/// <param name="Secret">Of the address added just now, shown this once; or null.</param>
/// <param name="Events">What can be chosen.</param>
/// <param name="Address">What was typed.</param>
/// <param name="Chosen">What was chosen.</param>
/// <param name="Refusals">What must be mended.</param>
public sealed record HooksView(
    IReadOnlyList<HookView> Hooks, IReadOnlyList<HookMessageView> Log, string? Secret, IReadOnlyList<string> Events, string Address,
    IReadOnlyList<string> Chosen, IReadOnlyList<Refusal> Refusals);

/// <summary>An address.</summary>
public sealed record HookView(Guid Id, string Host, IReadOnlyList<string> Events, bool IsStopped, Instant? FailingSince, Instant? DeliveredAt);

/// <summary>What it was told.</summary>
/// <param name="Id">Also the webhook-id.</param>
/// <param name="Event">"answer.sent".</param>
/// <param name="Host">To whom.</param>
/// <param name="At">When it happened.</param>
/// <param name="State">A named value.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Status">What the last try gave; 0 where nobody answered, null before the first.</param>
public sealed record HookMessageView(Guid Id, string Event, string Host, Instant At, string State, int Attempts, int? Status);
