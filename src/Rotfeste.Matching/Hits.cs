using Rotfeste.Matching.Words;

namespace Rotfeste.Matching;

/// <summary>
/// What one post hit, and the room in which posts are read. Make one for each thread and use it again for every post: after it has
/// grown to the texts at hand, matching allocates nothing. Not safe for use by two threads at once.
/// </summary>
public sealed class Hits
{
    private int[] _ordinals = new int[16];
    private int[] _seen = [];
    private uint[] _candidates = [];
    private int _round;

    /// <summary>Places of the searches that the last post fits, ascending; valid until the next match.</summary>
    public ReadOnlySpan<int> Ordinals => _ordinals.AsSpan(0, Count);

    /// <summary>How many searches the last post fits.</summary>
    public int Count { get; private set; }

    internal ReadPost Post { get; } = new();

    internal void Begin(int searches)
    {
        Count = 0;
        if (_seen.Length < searches)
        {
            _seen = new int[searches];
            _round = 0;
        }
        if (_round == int.MaxValue)
        {
            Array.Clear(_seen);
            _round = 0;
        }
        _round++;
    }

    /// <summary>Room for keys that may hold searches, one more than asked for, to be used at once.</summary>
    internal Span<uint> Candidates(int most)
    {
        Settling.Room(ref _candidates, most + 1);
        return _candidates;
    }

    /// <summary>True the first time that a search comes up for this post.</summary>
    internal bool IsNew(int ordinal)
    {
        ref var seen = ref _seen[ordinal];
        if (seen == _round)
            return false;
        seen = _round;
        return true;
    }

    internal void Add(int ordinal)
    {
        if (Count == _ordinals.Length)
            Array.Resize(ref _ordinals, Count * 2);
        _ordinals[Count++] = ordinal;
    }

    internal void Sort()
    {
        if (Count > 1)
            _ordinals.AsSpan(0, Count).Sort();
    }
}
