using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Channels.Bluesky;

/// <summary>The form that connects an account; the password never comes back to it.</summary>
/// <param name="Address">Where the list of channels is, and the form goes.</param>
/// <param name="Server">As typed.</param>
/// <param name="Handle">As typed.</param>
/// <param name="Refusals">What is wrong.</param>
public sealed record ConnectView(string Address, string Server, string Handle, IReadOnlyList<Refusal> Refusals);
