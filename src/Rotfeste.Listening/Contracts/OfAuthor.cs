namespace Rotfeste.Listening.Contracts;

/// <summary>An author who asks, as upper rooms may know them: never by name, account or handle.</summary>
/// <param name="AuthorKeys">Keyed hashes of the accounts, as they stand on stored posts.</param>
/// <param name="Posts">Their posts that lie here with words.</param>
public sealed record AuthorAsked(IReadOnlyCollection<string> AuthorKeys, IReadOnlyCollection<PostId> Posts);

/// <summary>What a room holds of an author besides their posts.</summary>
/// <param name="Name">What it is called in the file, "conversations".</param>
/// <param name="Count">How many there are.</param>
/// <param name="Content">What the author is given; it becomes JSON.</param>
public sealed record AuthorShare(string Name, int Count, IReadOnlyList<object> Content);

/// <summary>
/// A room above says what it holds of an author, and erases it, when an owner meets an author's request: given from its door. The ledger entry
/// is written where the request is met.
/// </summary>
/// <param name="ReadAsync">What there is.</param>
/// <param name="HeldAsync">How much of it must not be erased yet, because the archive is to have it first.</param>
/// <param name="EraseAsync">Erases it in the caller's unit of work, before the posts go; names are still known then.</param>
public sealed record OfAuthor(
    Func<IServiceProvider, AuthorAsked, CancellationToken, Task<AuthorShare>> ReadAsync,
    Func<IServiceProvider, AuthorAsked, CancellationToken, Task<int>> HeldAsync,
    Func<IServiceProvider, AuthorAsked, CancellationToken, Task> EraseAsync);
