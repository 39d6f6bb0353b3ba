using System.Numerics;
using System.Runtime.CompilerServices;
using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Keys;

// The keys that only some searches need.
internal sealed partial class SearchTable
{
    private void ProbeEdges(ReadPost post, Hits hits, bool[]? stale)
    {
        foreach (var range in post.Words.Ranges)
        {
            var word = post.At(range);
            // Bits 0 to the length of the word: longer edges it cannot have.
            var possible = word.Length >= KeyChoice.LongestEdge ? ulong.MaxValue : (2UL << word.Length) - 1;
            for (var lengths = _beginnings & possible; lengths != 0; lengths &= lengths - 1)
            {
                var length = BitOperations.TrailingZeroCount(lengths);
                Probe(_keys, Hash.Beginning(Hash.Of(ref post.Chars[range.Start], length)), hits, stale);
            }
            for (var lengths = _endings & possible; lengths != 0; lengths &= lengths - 1)
            {
                var length = BitOperations.TrailingZeroCount(lengths);
                Probe(_keys, Hash.Ending(Hash.Of(ref post.Chars[range.End - length], length)), hits, stale);
            }
        }
    }

    private void ProbeFields(ReadPost post, Hits hits, bool[]? stale)
    {
        foreach (var tag in post.Tags.Hashes)
            Probe(_keys, Hash.Tag(tag), hits, stale);
        foreach (var handle in post.Handles.Hashes)
            Probe(_keys, Hash.Handle(handle), hits, stale);
        if (post.Author is { } author)
            Probe(_keys, Hash.Author(Hash.Of(post.At(author))), hits, stale);
        if (_kinds.Contains(KeyKind.Alike))
        {
            foreach (var range in post.Words.Ranges)
                Probe(_keys, Hash.Alike(Hash.Of(post.Spelt(range))), hits, stale);
        }
        if (_kinds.Contains(KeyKind.Host) && post.HasLink)
            ProbeHosts(post, hits, stale);
    }

    // A host, and every host that it lies below.
    private void ProbeHosts(ReadPost post, Hits hits, bool[]? stale)
    {
        foreach (var link in post.Links)
        {
            for (var start = link.Host.Start; start < link.Host.End; start++)
            {
                if (start == link.Host.Start || post.Chars[start - 1] == '.')
                    Probe(_keys, Hash.Host(Hash.Of(ref post.Chars[start], link.Host.End - start)), hits, stale);
            }
        }
    }

    // Literals see links that are cut out of the words; where some were, both texts are gone through.
    private void ProbeGrams(ReadPost post, Hits hits, bool[]? stale)
    {
        ProbeGrams(post.Chars.AsSpan(0, post.TextLength), hits, stale);
        if (post.IsCut)
            ProbeGrams(post.WholeFolded, hits, stale);
    }

    private void ProbeGrams(ReadOnlySpan<char> text, Hits hits, bool[]? stale)
    {
        for (var lengths = _gramLengths; lengths != 0; lengths &= lengths - 1)
        {
            var length = BitOperations.TrailingZeroCount(lengths);
            var mask = ulong.MaxValue >> (64 - (16 * length));
            var candidates = hits.Candidates(text.Length);
            var count = 0;
            for (var at = 0; at + length <= text.Length; at++)
            {
                // The arrays go on beyond the text, so that four letters may be read at its end.
                var units = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.AsRef(in text[at]))) & mask;
                var key = Hash.Gram(units, length);
                candidates[count] = key;
                count += _grams.MayHold(key);
            }
            foreach (var key in candidates[..count])
                Check(_grams.Under(key), hits, stale);
        }
    }
}
