using System.Diagnostics.CodeAnalysis;
using Rotfeste.Matching.Keys;

namespace Rotfeste.Matching;

/// <summary>
/// Many searches, ready to be held against posts. Immutable and safe for any number of threads, each with its own <see cref="Hits"/>;
/// a change gives a new index, which the owner swaps in. Searches are found by the rarest thing they require and checked exactly last.
/// </summary>
/// <typeparam name="TId">What names a search, unique within the index.</typeparam>
public sealed class MatchIndex<TId>
    where TId : notnull
{
    private readonly KeyValuePair<TId, Query>[] _searches;
    private readonly SearchTable _table;

    private MatchIndex(KeyValuePair<TId, Query>[] searches)
    {
        _searches = searches;
        _table = new SearchTable(searches.Select(search => search.Value.Root).ToArray());
    }

    /// <summary>An index without searches.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "An empty start is asked for by its type.")]
    public static MatchIndex<TId> Empty { get; } = new([]);

    /// <summary>How many searches there are.</summary>
    public int Count => _searches.Length;

    /// <summary>Builds an index; hits keep the order given. Throws ArgumentException where an id comes twice.</summary>
    [SuppressMessage("Design", "CA1000", Justification = "The usual way to name a factory.")]
    public static MatchIndex<TId> Build(IEnumerable<KeyValuePair<TId, Query>> searches)
    {
        var all = searches.ToArray();
        var ids = new HashSet<TId>();
        foreach (var search in all)
        {
            if (!ids.Add(search.Key))
                throw new ArgumentException("An id comes twice.", nameof(searches));
        }
        return new(all);
    }

    /// <summary>The id of the search at a place that <see cref="Hits.Ordinals"/> named.</summary>
    public TId IdOf(int ordinal) => _searches[ordinal].Key;

    /// <summary>The query of the search at a place that <see cref="Hits.Ordinals"/> named.</summary>
    public Query QueryOf(int ordinal) => _searches[ordinal].Value;

    /// <summary>The same index with one search added, or its query replaced in place.</summary>
    public MatchIndex<TId> With(TId id, Query query)
    {
        var searches = _searches.ToList();
        var at = searches.FindIndex(search => EqualityComparer<TId>.Default.Equals(search.Key, id));
        if (at < 0)
            searches.Add(new(id, query));
        else
            searches[at] = new(id, query);
        return new([.. searches]);
    }

    /// <summary>The same index without one search; an unknown id changes nothing.</summary>
    public MatchIndex<TId> Without(TId id) =>
        new(_searches.Where(search => !EqualityComparer<TId>.Default.Equals(search.Key, id)).ToArray());

    /// <summary>Finds the searches that a post fits and gives their number. Allocates nothing once <paramref name="hits"/> has grown.</summary>
    public int Match(in Post post, Hits hits)
    {
        hits.Begin(_searches.Length);
        if (_searches.Length > 0)
        {
            hits.Post.Read(post);
            _table.Find(hits);
        }
        return hits.Count;
    }
}
