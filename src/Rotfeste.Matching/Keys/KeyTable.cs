using System.Numerics;
using System.Runtime.CompilerServices;

namespace Rotfeste.Matching.Keys;

/// <summary>Which searches hang on a key: a bitmap that turns nearly all words away, then open addressing into one flat list.</summary>
internal sealed class KeyTable
{
    private readonly ulong[] _bits;
    private readonly uint _bitMask;
    private readonly Slot[] _slots;
    private readonly uint _slotMask;
    private readonly int[] _searches;

    public KeyTable(IReadOnlyCollection<(uint Hash, int Search)> entries)
    {
        var groups = entries.GroupBy(entry => entry.Hash, entry => entry.Search).ToList();
        var bits = BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(groups.Count * 32, 8_192, 1 << 25));
        _bits = new ulong[bits / 64];
        _bitMask = bits - 1;
        _slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, groups.Count * 2))];
        _slotMask = (uint)_slots.Length - 1;
        _searches = new int[entries.Count];
        var next = 0;
        foreach (var group in groups)
        {
            var slot = SlotOf(group.Key);
            _slots[slot] = new(group.Key, next, group.Count());
            foreach (var search in group)
                _searches[next++] = search;
            _bits[(group.Key & _bitMask) >> 6] |= 1UL << (int)(group.Key & 63);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(uint key) => (_bits[(key & _bitMask) >> 6] >> (int)(key & 63) & 1) != 0;

    public ReadOnlySpan<int> SearchesOf(uint key)
    {
        ref readonly var slot = ref _slots[SlotOf(key)];
        return _searches.AsSpan(slot.First, slot.Count);
    }

    // Slots are taken by the upper bits, the bitmap by the lower: what passes the one is not already sorted for the other.
    private uint SlotOf(uint key)
    {
        var at = BitOperations.RotateLeft(key, 16) & _slotMask;
        while (_slots[at].Count > 0 && _slots[at].Key != key)
            at = (at + 1) & _slotMask;
        return at;
    }

    private readonly record struct Slot(uint Key, int First, int Count);
}
