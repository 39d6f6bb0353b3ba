using System.Collections.Frozen;
using Rotfeste.Channels.Contracts;
using Rotfeste.Listening.Contracts;
using Rotfeste.Matching;
using Rotfeste.Platform.Callers;

namespace Rotfeste.Listening.Watching;

/// <summary>A search and whose it is.</summary>
internal readonly record struct SearchKey(OrganisationId Organisation, SearchId Search);

/// <summary>
/// What the open stream is held against: all organisations' active searches and own accounts. Immutable; a change gives a new
/// one, swapped in whole while events run on.
/// </summary>
internal sealed class Watchlist
{
    private readonly FrozenDictionary<string, OwnAccount[]> own;
    private readonly FrozenSet<OrganisationId> organisations;
    private readonly FrozenDictionary<string, string> named;

    public Watchlist(
        MatchIndex<SearchKey> searches, IEnumerable<OwnAccount> own, IEnumerable<(string Account, string Handle)>? named = null)
    {
        this.named = (named ?? []).DistinctBy(n => n.Account).ToFrozenDictionary(n => n.Account, n => n.Handle, StringComparer.Ordinal);
        Searches = searches;
        this.own = own.GroupBy(o => o.Account, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Distinct().ToArray(), StringComparer.Ordinal);
        organisations = searches.Searches.Select(search => search.Key.Organisation)
            .Concat(this.own.Values.SelectMany(o => o).Select(o => o.Organisation)).ToFrozenSet();
        OwnUtf8 = [.. this.own.Keys.Select(System.Text.Encoding.UTF8.GetBytes)];
    }

    /// <summary>What organisations here work in, as <see cref="Streams.RecentPosts.LanguageOf"/> has it.</summary>
    public IReadOnlySet<string> Languages { get; init; } = FrozenSet<string>.Empty;

    public static Watchlist Empty { get; } = new(MatchIndex<SearchKey>.Empty, []);

    public MatchIndex<SearchKey> Searches { get; }

    /// <summary>The own accounts as the wire spells them, for a first cheap look.</summary>
    public IReadOnlyList<byte[]> OwnUtf8 { get; }

    /// <summary>All organisations that listen for something.</summary>
    public IReadOnlySet<OrganisationId> Organisations => organisations;

    /// <summary>Whether anybody wants the stream at all.</summary>
    public bool IsWanted => Searches.Count > 0 || own.Count > 0;

    /// <summary>The handle of an account that searches may name, or null: the stream tells accounts by number only.</summary>
    public string? HandleOf(Networks.Bluesky.Ids.Did account) => named.Count == 0 ? null : named.GetValueOrDefault(account.Value);

    public IReadOnlyList<OwnAccount> OwnersOf(string account) => own.GetValueOrDefault(account) ?? [];

    public bool IsOurs(OrganisationId organisation, string account) =>
        own.TryGetValue(account, out var owners) && Array.Exists(owners, o => o.Organisation == organisation);
}
