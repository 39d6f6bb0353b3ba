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

    public Watchlist(MatchIndex<SearchKey> searches, IEnumerable<OwnAccount> own)
    {
        Searches = searches;
        this.own = own.GroupBy(o => o.Account, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Distinct().ToArray(), StringComparer.Ordinal);
        organisations = searches.Searches.Select(search => search.Key.Organisation)
            .Concat(this.own.Values.SelectMany(o => o).Select(o => o.Organisation)).ToFrozenSet();
        OwnUtf8 = [.. this.own.Keys.Select(System.Text.Encoding.UTF8.GetBytes)];
    }

    public static Watchlist Empty { get; } = new(MatchIndex<SearchKey>.Empty, []);

    public MatchIndex<SearchKey> Searches { get; }

    /// <summary>The own accounts as the wire spells them, for a first cheap look.</summary>
    public IReadOnlyList<byte[]> OwnUtf8 { get; }

    /// <summary>All organisations that listen for something.</summary>
    public IReadOnlySet<OrganisationId> Organisations => organisations;

    /// <summary>Whether anybody wants the stream at all.</summary>
    public bool IsWanted => Searches.Count > 0 || own.Count > 0;

    public IReadOnlyList<OwnAccount> OwnersOf(string account) => own.GetValueOrDefault(account) ?? [];

    public bool IsOurs(OrganisationId organisation, string account) =>
        own.TryGetValue(account, out var owners) && Array.Exists(owners, o => o.Organisation == organisation);
}
