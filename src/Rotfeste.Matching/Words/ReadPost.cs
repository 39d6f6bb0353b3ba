namespace Rotfeste.Matching.Words;

/// <summary>A post taken apart, in arrays that are used again for the next one.</summary>
internal sealed partial class ReadPost
{
    /// <summary>Length of <see cref="Held"/>.</summary>
    private const int HeldLength = 4096;

    private const byte Yes = 1;

    private readonly byte[] _held = new byte[HeldLength];
    private ushort[] _heldAt = new ushort[64];
    private int _heldCount;
    private char[] _exact = new char[512];
    private char[] _chars = new char[512];
    private char[] _spelt = [];
    private byte[] _flags = [];
    private int _used;

    /// <summary>The folded text, then the folded fields.</summary>
    public char[] Chars => _chars;

    /// <summary>The settled text with its capitals, links cut out.</summary>
    public char[] Exact => _exact;

    public Finds Words { get; } = new();

    public Finds Tags { get; } = new();

    public Finds Handles { get; } = new();

    public Finds Addresses { get; } = new();

    public Finds HandleStarts { get; } = new();

    /// <summary>Which letters of the text belong to words, sixty-four in a number; room for a quick reading.</summary>
    public ulong[] WordBits { get; set; } = new ulong[16];

    /// <summary>Where # and @ stand, in the same way.</summary>
    public ulong[] SignBits { get; set; } = new ulong[16];

    /// <summary>Length of the folded text; what lies beyond it came from fields.</summary>
    public int TextLength { get; private set; }

    /// <summary>Whether the text had to be settled, so that offsets moved.</summary>
    public bool WasSettled { get; private set; }

    /// <summary>
    /// 1 at <see cref="HeldAt"/> of each word, and at 0 always: a Bloom filter of one byte a bit. A search whose words are not all here
    /// cannot fit.
    /// </summary>
    public byte[] Held => _held;

    public static ushort HeldAt(uint hash) => (ushort)(hash >> 20);

    public void Read(in Post post)
    {
        Load(post);
        WasSettled = false;
        if (!post.LinkRanges.IsEmpty || !Scan(isQuick: true, isSettled: false))
        {
            if (!Scan(isQuick: false, isSettled: false))
            {
                WasSettled = true;
                TextLength = Settle(_exact.AsSpan(0, TextLength), ref _exact);
                Scan(isQuick: false, isSettled: true);
            }
        }
        _used = TextLength;
        if (HandleStarts.Count > 0)
            ReadHandles();
        ReadFields(post);
        FillHeld();
    }

    public ReadOnlySpan<char> At(TextRange range) => _chars.AsSpan(range.Start, range.Length);

    public ReadOnlySpan<char> ExactAt(TextRange range) => _exact.AsSpan(range.Start, range.Length);

    /// <summary>A folded word spelt out by <see cref="Alike"/>; valid until the next one.</summary>
    public ReadOnlySpan<char> Spelt(TextRange range)
    {
        Settling.Room(ref _spelt, range.Length * Alike.Growth);
        return _spelt.AsSpan(0, Alike.Spell(At(range), _spelt));
    }

    /// <summary>A zero for each word, to be used at once.</summary>
    public Span<byte> CleanFlags()
    {
        Settling.Room(ref _flags, Words.Count);
        var flags = _flags.AsSpan(0, Words.Count);
        flags.Clear();
        return flags;
    }

    private bool Scan(bool isQuick, bool isSettled)
    {
        Words.Clear();
        Tags.Clear();
        Handles.Clear();
        Addresses.Clear();
        HandleStarts.Clear();
        Settling.Room(ref _chars, TextLength);
        return isQuick ? new QuickScan(this, TextLength).Run() : new TextScan(_exact.AsSpan(0, TextLength), isSettled, this).Run();
    }

    private void ReadHandles()
    {
        var address = 0;
        foreach (var at in HandleStarts.Ranges)
        {
            while (address < Addresses.Count && Addresses.Ranges[address].Start < at.Start)
                address++;
            var limit = address < Addresses.Count ? Addresses.Ranges[address].Start : TextLength;
            var end = Rotfeste.Matching.Words.Handles.End(_chars.AsSpan(0, limit), at.End);
            if (end > at.End)
                Handles.Add(Hash.Of(_chars.AsSpan(at.End..end)), at.End, end - at.End);
        }
    }

    // What the last post set is unset one by one: that is less than the whole.
    private void FillHeld()
    {
        foreach (var at in _heldAt.AsSpan(0, _heldCount))
            _held[at] = 0;
        var hashes = Words.Hashes;
        if (_heldAt.Length < hashes.Length)
            _heldAt = new ushort[hashes.Length * 2];
        _heldCount = hashes.Length;
        var places = _heldAt.AsSpan(0, hashes.Length);
        for (var word = 0; word < hashes.Length; word++)
        {
            var at = HeldAt(hashes[word]);
            places[word] = at;
            _held[at] = Yes;
        }
        _held[0] = Yes;
    }
}
