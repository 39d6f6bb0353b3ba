using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rotfeste.Matching.Words;

internal readonly ref partial struct QuickScan
{
    private void CollectWords()
    {
        ref var chars = ref MemoryMarshal.GetArrayDataReference(_post.Chars);
        _post.Words.Room(_length, out var hashes, out var ranges);
        ref var hash = ref MemoryMarshal.GetArrayDataReference(hashes);
        ref var range = ref MemoryMarshal.GetArrayDataReference(ranges);
        var count = 0;
        for (var block = 0; block < _blocks; block++)
        {
            var bits = _post.WordBits[block];
            while (bits != 0)
            {
                var lane = BitOperations.TrailingZeroCount(bits);
                var start = (block * Block) + lane;
                var length = BitOperations.TrailingZeroCount(~(bits >> lane));
                if (lane + length < Block)
                    bits &= ulong.MaxValue << (lane + length);
                else
                    bits = RunsOn(ref block, ref length);
                Unsafe.Add(ref hash, count) = Hash.Of(ref Unsafe.Add(ref chars, start), length);
                Unsafe.Add(ref range, count) = new(start, length);
                count++;
            }
        }
        _post.Words.Take(count);
    }

    // The word goes on in the next block, or in many.
    private ulong RunsOn(ref int block, ref int length)
    {
        while (block + 1 < _blocks)
        {
            var bits = _post.WordBits[++block];
            var more = BitOperations.TrailingZeroCount(~bits);
            length += more;
            if (more < Block)
                return bits & (ulong.MaxValue << more);
        }
        return 0;
    }

    private void CollectSigns()
    {
        var word = 0;
        for (var block = 0; block < _blocks; block++)
        {
            for (var bits = _post.SignBits[block]; bits != 0; bits &= bits - 1)
            {
                var at = (block * Block) + BitOperations.TrailingZeroCount(bits);
                if (at > 0 && IsInWord(at - 1))
                    continue;
                if (_post.Exact[at] == '#')
                    CollectTag(at + 1, ref word);
                else if (at == 0 || _post.Exact[at - 1] != '.')
                    _post.HandleStarts.Add(0, at, 1);
            }
        }
    }

    private void CollectTag(int start, ref int word)
    {
        var words = _post.Words;
        while (word < words.Count && words.Ranges[word].Start < start)
            word++;
        if (word == words.Count || words.Ranges[word].Start != start)
            return;
        foreach (var unit in _post.At(words.Ranges[word]))
        {
            if (Letters.Kind[unit] == Letters.Letter)
            {
                _post.Tags.Add(words.Hashes[word], start, words.Ranges[word].Length);
                return;
            }
        }
    }

    private bool IsInWord(int at) => (_post.WordBits[at / Block] >> (at % Block) & 1) != 0;
}
