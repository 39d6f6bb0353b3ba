using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Rotfeste.Matching.Words;

/// <summary>
/// Reads the usual text in blocks of sixty-four letters: folds them, and makes bits of what belongs to words, from which words are cut.
/// Gives up with false, and <see cref="TextScan"/> starts anew, where there may be an address or a letter that is not settled, or where
/// marks and signs meet. Latin-1 goes by vectors; any other letter is looked up.
/// </summary>
internal readonly ref partial struct QuickScan
{
    /// <summary>Letters in a block; arrays must go on for a block beyond the text.</summary>
    public const int Block = 64;

    private const int Lanes = 16;

    private readonly ReadPost _post;
    private readonly int _length;
    private readonly int _blocks;

    public QuickScan(ReadPost post, int length)
    {
        _post = post;
        _length = length;
        _blocks = (length + Block - 1) / Block;
    }

    public bool Run()
    {
        if (_post.WordBits.Length <= _blocks)
        {
            _post.WordBits = new ulong[_blocks * 2];
            _post.SignBits = new ulong[_blocks * 2];
        }
        _post.Exact.AsSpan(_length, (_blocks * Block) - _length + Hash.Slack).Clear();
        var hasMarks = false;
        ulong signs = 0;
        for (var block = 0; block < _blocks; block++)
        {
            if (!Read(block, ref hasMarks))
                return false;
            signs |= _post.SignBits[block];
        }
        if (signs != 0 && hasMarks)
            return false;
        CollectWords();
        if (signs != 0)
            CollectSigns();
        return true;
    }

    private bool Read(int block, ref bool hasMarks)
    {
        ref var text = ref Unsafe.As<char, ushort>(ref _post.Exact[block * Block]);
        ref var folded = ref Unsafe.As<char, ushort>(ref _post.Chars[block * Block]);
        ulong words = 0, signs = 0, special = 0;
        var address = Vector256<ushort>.Zero;
        for (nuint at = 0; at < Block; at += 2 * Lanes)
        {
            ReadLanes(ref text, ref folded, at, ref address, out var words1, out var signs1, out var special1);
            ReadLanes(ref text, ref folded, at + Lanes, ref address, out var words2, out var signs2, out var special2);
            words |= (ulong)Vector256.Narrow(words1, words2).ExtractMostSignificantBits() << (int)at;
            signs |= (ulong)Vector256.Narrow(signs1, signs2).ExtractMostSignificantBits() << (int)at;
            special |= (ulong)Vector256.Narrow(special1, special2).ExtractMostSignificantBits() << (int)at;
        }
        if (address != Vector256<ushort>.Zero)
            return false;
        if (special != 0 && !LookUp(block, special, ref words, ref hasMarks))
            return false;
        _post.WordBits[block] = words;
        _post.SignBits[block] = signs;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ReadLanes(
        ref ushort text, ref ushort folded, nuint at, ref Vector256<ushort> address,
        out Vector256<ushort> words, out Vector256<ushort> signs, out Vector256<ushort> special)
    {
        var unit = Vector256.LoadUnsafe(ref text, at);
        var capital = IsWithin(unit, 'A', 26) | (IsWithin(unit, 'À', 31) & ~Is(unit, '×'));
        var small = unit + (capital & Vector256.Create((ushort)0x20));
        small.StoreUnsafe(ref folded, at);
        words = IsWithin(small, 'a', 26) | IsWithin(small, '0', 10) | Is(small, '_') | (IsWithin(small, 'ß', 33) & ~Is(small, '÷'));
        signs = Is(unit, '#') | Is(unit, '@');
        special = Vector256.GreaterThan(unit, Vector256.Create((ushort)0xFF)) | IsWithin(unit, 'ª', 21);
        var second = Vector256.LoadUnsafe(ref text, at + 1);
        var third = Vector256.LoadUnsafe(ref text, at + 2);
        address |= (Is(unit, ':') & Is(second, '/') & Is(third, '/'))
            | (Is(small, 'w') & IsW(second) & IsW(third) & Is(Vector256.LoadUnsafe(ref text, at + 3), '.'));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> Is(Vector256<ushort> unit, char wanted) => Vector256.Equals(unit, Vector256.Create((ushort)wanted));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> IsW(Vector256<ushort> unit) => Is(unit | Vector256.Create((ushort)0x20), 'w');

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> IsWithin(Vector256<ushort> unit, char first, ushort count) =>
        Vector256.LessThan(unit - Vector256.Create((ushort)first), Vector256.Create(count));

    private bool LookUp(int block, ulong special, ref ulong words, ref bool hasMarks)
    {
        var start = block * Block;
        for (; special != 0; special &= special - 1)
        {
            var lane = BitOperations.TrailingZeroCount(special);
            var at = start + lane;
            var unit = _post.Exact[at];
            var kind = Letters.Kind[unit];
            if (kind == Letters.Surrogate)
                kind = KindOfPair(at);
            if (kind >= Letters.Unsettled)
                return false;
            // Beyond the first plane only what separates words is read quickly, and the rest of it is the other half of a pair.
            if (char.IsSurrogate(unit) && kind != Letters.Other)
                return false;
            hasMarks |= kind == Letters.Mark;
            var isInWord = kind is Letters.Letter or Letters.Number || (kind == Letters.Mark && IsWordBefore(block, lane, words));
            words |= (isInWord ? 1UL : 0) << lane;
            _post.Chars[at] = Letters.Fold[unit];
        }
        return true;
    }

    private byte KindOfPair(int at)
    {
        var exact = _post.Exact;
        if (char.IsHighSurrogate(exact[at]) && char.IsLowSurrogate(exact[at + 1]))
            return Letters.KindOf(new System.Text.Rune(exact[at], exact[at + 1]));
        // The second half was seen with the first.
        return at > 0 && char.IsLowSurrogate(exact[at]) && char.IsHighSurrogate(exact[at - 1]) ? Letters.Other : Letters.Unsettled;
    }

    private bool IsWordBefore(int block, int lane, ulong words) =>
        lane > 0 ? (words >> (lane - 1) & 1) != 0 : block > 0 && _post.WordBits[block - 1] >> 63 != 0;
}
