using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rotfeste.Matching.Keys;

/// <summary>Which searches hang on a key: a bitmap that turns nearly all keys away, then open addressing into one flat list.</summary>
internal sealed class KeyTable
{
    private readonly ulong[] _bits;
    private readonly uint _bitMask;
    private readonly Slot[] _slots;
    private readonly uint _slotMask;
    private readonly Entry[] _entries;

    public KeyTable(IReadOnlyCollection<(uint Hash, Entry Entry)> entries)
    {
        var groups = entries.GroupBy(entry => entry.Hash, entry => entry.Entry).ToList();
        var bits = BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(groups.Count * 16L, 4_096, 1 << 25));
        _bits = new ulong[bits / 64];
        _bitMask = bits - 1;
        _slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, groups.Count * 2))];
        _slotMask = (uint)_slots.Length - 1;
        _entries = new Entry[entries.Count];
        var next = 0;
        foreach (var group in groups)
        {
            var slot = SlotOf(group.Key);
            _slots[slot] = new(group.Key, next, group.Count());
            foreach (var entry in group)
                _entries[next++] = entry;
            _bits[(group.Key & _bitMask) >> 6] |= 1UL << (int)(group.Key & 63);
        }
    }

    public bool IsEmpty => _entries.Length == 0;

    /// <summary>1 where searches may hang on the key, else 0: to be added up, not branched on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int MayHold(uint key) =>
        (int)(Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_bits), (key & _bitMask) >> 6) >> (int)(key & 63)) & 1;

    public ReadOnlySpan<Entry> Under(uint key)
    {
        ref readonly var slot = ref _slots[SlotOf(key)];
        return _entries.AsSpan(slot.First, slot.Count);
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
