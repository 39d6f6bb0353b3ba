using System.Runtime.InteropServices;
using Rotfeste.Matching.Queries;
using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Keys;

/// <summary>
/// Searches by key. Finding goes from cheap to dear: a bit for each key of the post, a slot, what else of words must be held, and last
/// the search itself.
/// </summary>
internal sealed partial class SearchTable
{
    private readonly Node?[] _roots;
    private readonly KeyTable _keys;
    private readonly KeyTable _grams;
    private readonly Entry[] _always;
    private readonly HashSet<KeyKind> _kinds = [];
    private readonly bool _hasPairs;
    private readonly bool _hasFields;
    private readonly ulong _beginnings;
    private readonly ulong _endings;
    private readonly ulong _gramLengths;

    /// <summary>The searches by their places; a place without a root has none.</summary>
    public SearchTable(Node?[] roots)
    {
        _roots = roots;
        var words = new List<(uint, Entry)>();
        var grams = new List<(uint, Entry)>();
        var always = new List<Entry>();
        for (var search = 0; search < roots.Length; search++)
        {
            if (roots[search] is not { } root)
                continue;
            var choice = KeyChoice.Of(root) ?? throw new InvalidOperationException("A search without anything present was accepted.");
            var entry = Clauses.EntryOf(search, root, choice);
            foreach (var key in choice.Keys)
            {
                _kinds.Add(key.Kind);
                _beginnings |= key.Kind == KeyKind.Beginning ? 1UL << key.Length : 0;
                _endings |= key.Kind == KeyKind.Ending ? 1UL << key.Length : 0;
                _gramLengths |= key.Kind == KeyKind.Gram ? 1UL << key.Length : 0;
                if (key.Kind == KeyKind.Always)
                    always.Add(entry);
                else
                    (key.Kind == KeyKind.Gram ? grams : words).Add((key.Hash, entry));
            }
        }
        _keys = new(words);
        _grams = new(grams);
        _always = [.. always];
        _hasPairs = _kinds.Contains(KeyKind.Pair);
        _hasFields = _kinds.Overlaps([KeyKind.Tag, KeyKind.Handle, KeyKind.Author, KeyKind.Host, KeyKind.Alike]);
    }

    /// <summary>Adds the places of the searches that fit the post, in any order; those that are stale are passed over.</summary>
    public void Find(Hits hits, bool[]? stale)
    {
        var post = hits.Post;
        var words = post.Words.Hashes;
        var candidates = hits.Candidates(2 * words.Length);
        var count = 0;
        foreach (var word in words)
        {
            candidates[count] = word;
            count += _keys.MayHold(word);
        }
        if (_hasPairs)
        {
            for (var at = 1; at < words.Length; at++)
            {
                var pair = Hash.Pair(words[at - 1], words[at]);
                candidates[count] = pair;
                count += _keys.MayHold(pair);
            }
        }
        foreach (var key in candidates[..count])
            Check(_keys.Under(key), hits, stale);
        if ((_beginnings | _endings) != 0)
            ProbeEdges(post, hits, stale);
        if (_hasFields)
            ProbeFields(post, hits, stale);
        if (_gramLengths != 0)
            ProbeGrams(post, hits, stale);
        if (_always.Length > 0)
            Check(_always, hits, stale);
    }

    private void Check(ReadOnlySpan<Entry> entries, Hits hits, bool[]? stale)
    {
        ref var held = ref MemoryMarshal.GetArrayDataReference(hits.Post.Held);
        foreach (ref readonly var entry in entries)
        {
            if (!entry.MayFit(ref held) || (stale is not null && stale[entry.Search]))
                continue;
            if (hits.IsNew(entry.Search) && _roots[entry.Search]!.Holds(hits.Post))
                hits.Add(entry.Search);
        }
    }

    private void Probe(KeyTable table, uint key, Hits hits, bool[]? stale)
    {
        if (table.MayHold(key) != 0)
            Check(table.Under(key), hits, stale);
    }
}
