using System.Diagnostics.CodeAnalysis;
using Rotfeste.Matching.Keys;

namespace Rotfeste.Matching;

/// <summary>
/// Many searches, ready to be held against posts. Immutable and safe for any number of threads, each with its own <see cref="Hits"/>;
/// a change gives a new index, which the owner swaps in. Searches are found by the rarest thing they require and checked exactly last.
/// A few changes lie in a small table beside the large one, which is shared; many give a large table anew.
/// </summary>
/// <typeparam name="TId">What names a search, unique within the index.</typeparam>
public sealed class MatchIndex<TId>
    where TId : notnull
{
    private const int SmallestRebuild = 256;

    private readonly Search[] _places;
    private readonly Dictionary<TId, int> _placeOf;
    private readonly SearchTable _table;
    private readonly SearchTable? _changes;
    private readonly bool[]? _isStale;
    private readonly int _changed;

    private MatchIndex(Search[] places)
    {
        _places = places;
        _placeOf = new(places.Length);
        for (var place = 0; place < places.Length; place++)
        {
            if (!_placeOf.TryAdd(places[place].Id, place))
                throw new ArgumentException("An id comes twice.", nameof(places));
        }
        _table = new([.. places.Select(search => search.Query?.Root)]);
        Count = places.Length;
    }

    private MatchIndex(MatchIndex<TId> before, Search[] places, Dictionary<TId, int> placeOf, bool[] isStale, int changed)
    {
        (_places, _placeOf, _table, _isStale, _changed) = (places, placeOf, before._table, isStale, changed);
        _changes = new([.. places.Select((search, place) => isStale[place] ? search.Query?.Root : null)]);
        Count = places.Count(search => search.Query is not null);
    }

    /// <summary>An index without searches.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "An empty start is asked for by its type.")]
    public static MatchIndex<TId> Empty { get; } = new([]);

    /// <summary>How many searches there are.</summary>
    public int Count { get; }

    /// <summary>The searches, in order.</summary>
    public IEnumerable<KeyValuePair<TId, Query>> Searches =>
        _places.Where(search => search.Query is not null).Select(search => KeyValuePair.Create(search.Id, search.Query!));

    /// <summary>Builds an index; hits keep the order given. Throws ArgumentException where an id comes twice.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "The usual way to name a factory.")]
    public static MatchIndex<TId> Build(IEnumerable<KeyValuePair<TId, Query>> searches) =>
        new([.. searches.Select(search => new Search(search.Key, search.Value))]);

    /// <summary>The id of the search at a place that <see cref="Hits.Ordinals"/> named.</summary>
    public TId IdOf(int ordinal) => _places[ordinal].Id;

    /// <summary>The query of the search at a place that <see cref="Hits.Ordinals"/> named.</summary>
    public Query QueryOf(int ordinal) => _places[ordinal].Query ?? throw new ArgumentOutOfRangeException(nameof(ordinal));

    /// <summary>The query of a search, or null where there is none of this id.</summary>
    public Query? Find(TId id) => _placeOf.TryGetValue(id, out var place) ? _places[place].Query : null;

    /// <summary>The same index with one search added, or its query replaced in place.</summary>
    public MatchIndex<TId> With(TId id, Query query) => With([KeyValuePair.Create(id, query)], []);

    /// <summary>The same index without one search; an unknown id changes nothing.</summary>
    public MatchIndex<TId> Without(TId id) => With([], [id]);

    /// <summary>
    /// The same index with some searches added or replaced, and others removed; an unknown id among those changes nothing. Added ones stand last.
    /// </summary>
    public MatchIndex<TId> With(IReadOnlyCollection<KeyValuePair<TId, Query>> changed, IReadOnlyCollection<TId> removed)
    {
        var places = new List<Search>(_places);
        var placeOf = new Dictionary<TId, int>(_placeOf);
        var stale = new List<bool>(_isStale ?? new bool[_places.Length]);
        foreach (var id in removed)
        {
            if (placeOf.Remove(id, out var place))
                (places[place], stale[place]) = (new(id, null), true);
        }
        foreach (var (id, query) in changed)
        {
            if (placeOf.TryGetValue(id, out var place))
            {
                (places[place], stale[place]) = (new(id, query), true);
                continue;
            }
            placeOf.Add(id, places.Count);
            places.Add(new(id, query));
            stale.Add(true);
        }
        var sum = _changed + changed.Count + removed.Count;
        return sum > Math.Max(SmallestRebuild, places.Count / 8)
            ? new([.. places.Where(search => search.Query is not null)])
            : new(this, [.. places], placeOf, [.. stale], sum);
    }

    /// <summary>Finds the searches that a post fits and gives their number. Allocates nothing once <paramref name="hits"/> has grown.</summary>
    public int Match(in Post post, Hits hits)
    {
        ArgumentNullException.ThrowIfNull(hits);
        hits.Begin(_places.Length);
        if (Count > 0)
        {
            hits.Post.Read(post);
            _table.Find(hits, _isStale);
            _changes?.Find(hits, null);
            hits.Sort();
        }
        return hits.Count;
    }

    // A removed search leaves its place empty, so that the others keep theirs.
    private readonly record struct Search(TId Id, Query? Query);
}
