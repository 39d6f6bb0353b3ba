using Rotfeste.Platform.Ui.Pieces;

namespace Rotfeste.Channels.Mastodon;

/// <summary>The form that asks which server.</summary>
/// <param name="Address">Where the list of channels is.</param>
/// <param name="Server">As typed.</param>
/// <param name="Refusals">What is wrong.</param>
public sealed record ConnectMastodonView(string Address, string Server, IReadOnlyList<Refusal> Refusals);

/// <summary>The way to the server.</summary>
/// <param name="Page">Where leave is given.</param>
/// <param name="Server">Whose page it is.</param>
/// <param name="Handle">The account that is to be signed in again, without @, or null for any.</param>
/// <param name="Back">Where the list of channels is.</param>
public sealed record GoToServerView(string Page, string Server, string? Handle, string Back);
