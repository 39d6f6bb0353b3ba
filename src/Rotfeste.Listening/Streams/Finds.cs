using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Watching;

namespace Rotfeste.Listening.Streams;

/// <summary>Something in the stream that concerns somebody here. Owns its memory.</summary>
/// <param name="SeenUs">The stream's clock in microseconds.</param>
internal abstract record Find(long SeenUs);

/// <summary>A post that searches hit, that addresses an own account, or whose earlier words are stored.</summary>
/// <param name="SeenUs">The stream's clock.</param>
/// <param name="Post">The post; names are empty, the stream has ids only.</param>
/// <param name="IsChange">Other words under an address that was there.</param>
/// <param name="Hits">Which searches of which organisations.</param>
/// <param name="Addressed">Which own accounts, and how.</param>
internal sealed record FoundPost(
    long SeenUs, NetworkPost Post, bool IsChange, IReadOnlyList<SearchKey> Hits, IReadOnlyList<AddressedAccount> Addressed) : Find(SeenUs);

/// <summary>An own account that a post addresses.</summary>
internal readonly record struct AddressedAccount(OwnAccount Account, AccountEventKind Kind);

/// <summary>A stored post was deleted.</summary>
internal sealed record GonePost(long SeenUs, string Uri) : Find(SeenUs);

/// <summary>An author of stored posts closed the account, or had it closed.</summary>
internal sealed record GoneAuthor(long SeenUs, string Account) : Find(SeenUs);

/// <summary>An author of stored posts has another handle.</summary>
internal sealed record RenamedAuthor(long SeenUs, string Account, string Handle) : Find(SeenUs);
