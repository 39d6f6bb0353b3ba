using System.Numerics;
using System.Runtime.CompilerServices;
using Rotfeste.Matching.Queries;
using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Keys;

/// <summary>Searches by key. Finding goes from cheap to dear: a bit, a slot, the post's Bloom word, and last the search itself.</summary>
internal sealed class SearchTable
{
    public const int LongestBeginning = 63;

    private readonly Node[] _roots;
    private readonly ulong[] _blooms;
    private readonly KeyTable _keys;
    private readonly bool _hasPairs;
    private readonly bool _hasTags;
    private readonly bool _hasHandles;
    private readonly ulong _beginnings;

    public SearchTable(Node[] roots)
    {
        _roots = roots;
        _blooms = [.. roots.Select(KeyChoice.Bloom)];
        var entries = new List<(uint Hash, int Search)>();
        for (var search = 0; search < roots.Length; search++)
        {
            var choice = KeyChoice.Of(roots[search]) ?? throw new InvalidOperationException("A search without anything present was accepted.");
            foreach (var key in choice.Keys)
            {
                entries.Add((key.Hash, search));
                _hasPairs |= key.Kind == KeyKind.Pair;
                _hasTags |= key.Kind == KeyKind.Tag;
                _hasHandles |= key.Kind == KeyKind.Handle;
                _beginnings |= key.Kind == KeyKind.Beginning ? 1UL << key.Length : 0;
            }
        }
        _keys = new KeyTable(entries);
    }

    public void Find(Hits hits)
    {
        var post = hits.Post;
        var words = post.Words.Hashes;
        foreach (var word in words)
            Probe(word, hits);
        if (_hasPairs)
        {
            for (var at = 1; at < words.Length; at++)
                Probe(Hash.Pair(words[at - 1], words[at]), hits);
        }
        if (_beginnings != 0)
            ProbeBeginnings(post, hits);
        if (_hasTags)
        {
            foreach (var tag in post.Tags.Hashes)
                Probe(Hash.Tag(tag), hits);
        }
        if (_hasHandles)
        {
            foreach (var handle in post.Handles.Hashes)
                Probe(Hash.Handle(handle), hits);
        }
        hits.Sort();
    }

    private void ProbeBeginnings(ReadPost post, Hits hits)
    {
        var longest = BitOperations.Log2(_beginnings);
        foreach (var range in post.Words.Ranges)
        {
            var word = post.At(range);
            var hash = Hash.Seed;
            for (var at = 0; at < word.Length && at < longest; at++)
            {
                hash = Hash.Step(hash, word[at]);
                if ((_beginnings >> (at + 1) & 1) != 0)
                    Probe(Hash.Prefix(Hash.Finish(hash)), hits);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Probe(uint key, Hits hits)
    {
        if (_keys.MayHold(key))
            Check(_keys.SearchesOf(key), hits);
    }

    private void Check(ReadOnlySpan<int> searches, Hits hits)
    {
        foreach (var search in searches)
        {
            if ((_blooms[search] & ~hits.Post.Bloom) == 0 && hits.IsNew(search) && _roots[search].Holds(hits.Post))
                hits.Add(search);
        }
    }
}
