using System.Text;

namespace Rotfeste.Matching.Words;

/// <summary>A post taken apart, in arrays that are used again for the next one.</summary>
internal sealed class ReadPost
{
    private char[] _source = new char[512];
    private char[] _mended = [];
    private char[] _settled = [];
    private char[] _chars = new char[512];
    private int _used;

    /// <summary>The folded text, then the folded fields. Inside addresses it holds nothing of meaning.</summary>
    public char[] Chars => _chars;

    public Finds Words { get; } = new();

    public Finds Tags { get; } = new();

    public Finds Handles { get; } = new();

    public Finds Addresses { get; } = new();

    public Finds HandleStarts { get; } = new();

    /// <summary>Length of the folded text; what lies beyond it came from fields.</summary>
    public int TextLength { get; private set; }

    /// <summary>Whether the text had to be settled, so that offsets moved.</summary>
    public bool WasSettled { get; private set; }

    /// <summary>One bit for each word, by its hash: a search whose bits are not all here cannot fit.</summary>
    public ulong Bloom { get; private set; }

    public string[] Languages { get; private set; } = [];

    public int LanguageCount { get; private set; }

    public void Read(in Post post)
    {
        var text = post.Text;
        if (!post.Utf8Text.IsEmpty)
            text = Sources.Transcode(post.Utf8Text, post.Links, ref _source);
        else if (!post.Links.IsEmpty)
            text = Sources.Cut(post.Text, post.Links, ref _source);
        ReadText(text);
        ReadFields(post);
        ulong bloom = 0;
        foreach (var hash in Words.Hashes)
            bloom |= 1UL << (int)(hash & 63);
        Bloom = bloom;
    }

    public ReadOnlySpan<char> At(TextRange range) => _chars.AsSpan(range.Start, range.Length);

    private void ReadText(ReadOnlySpan<char> text)
    {
        WasSettled = false;
        if (!Scan(text, settled: false))
        {
            WasSettled = true;
            text = Settling.Settle(text, ref _mended, ref _settled);
            Scan(text, settled: true);
        }
        TextLength = _used = text.Length;
        ReadHandles();
    }

    private bool Scan(ReadOnlySpan<char> text, bool settled)
    {
        Words.Clear();
        Tags.Clear();
        Handles.Clear();
        Addresses.Clear();
        HandleStarts.Clear();
        Settling.Room(ref _chars, text.Length);
        return new TextScan(text, settled, this).Run();
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

    private void ReadFields(in Post post)
    {
        foreach (var tag in post.Tags)
            AddField(tag, '#', Tags);
        foreach (var mention in post.Mentions)
            AddField(mention, '@', Handles);
        LanguageCount = post.Languages.Length;
        if (LanguageCount > Languages.Length)
            Languages = new string[LanguageCount];
        post.Languages.CopyTo(Languages);
    }

    private void AddField(ReadOnlySpan<char> value, char sign, Finds finds)
    {
        var settled = Settling.Settle(value, ref _mended, ref _settled);
        if (!settled.IsEmpty && settled[0] == sign)
            settled = settled[1..];
        if (settled.IsEmpty)
            return;
        Settling.Room(ref _chars, _used + settled.Length);
        var folded = _chars.AsSpan(_used, settled.Length);
        Folding.Fold(settled, folded);
        finds.Add(Hash.Of(folded), _used, settled.Length);
        _used += settled.Length;
    }
}
