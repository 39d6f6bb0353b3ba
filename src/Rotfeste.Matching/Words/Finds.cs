using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Rotfeste.Matching.Words;

/// <summary>Words, tags or handles of one post: their hashes side by side, and where they stand in the folded text.</summary>
internal sealed class Finds
{
    private uint[] _hashes = new uint[64];
    private TextRange[] _ranges = new TextRange[64];

    public int Count { get; private set; }

    public ReadOnlySpan<uint> Hashes => _hashes.AsSpan(0, Count);

    public ReadOnlySpan<TextRange> Ranges => _ranges.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(uint hash, int start, int length)
    {
        if (Count == _hashes.Length)
            Grow(Count * 2);
        _hashes[Count] = hash;
        _ranges[Count++] = new(start, length);
    }

    /// <summary>Makes room for all words of a text, so that they can be added without a look.</summary>
    public void Room(int textLength)
    {
        var most = (textLength / 2) + 1;
        if (_hashes.Length < most)
            Grow(most);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddQuick(uint hash, int start, int length)
    {
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_hashes), Count) = hash;
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_ranges), Count) = new(start, length);
        Count++;
    }

    private void Grow(int size)
    {
        Array.Resize(ref _hashes, size);
        Array.Resize(ref _ranges, size);
    }
}
