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

    /// <summary>Room for all words of a text, to be filled from the front; <see cref="Take"/> says how many there were.</summary>
    public void Room(int textLength, out uint[] hashes, out TextRange[] ranges)
    {
        var most = (textLength / 2) + 1;
        if (_hashes.Length < most)
            Grow(most);
        (hashes, ranges) = (_hashes, _ranges);
    }

    public void Take(int count) => Count = count;

    private void Grow(int size)
    {
        Array.Resize(ref _hashes, size);
        Array.Resize(ref _ranges, size);
    }
}
