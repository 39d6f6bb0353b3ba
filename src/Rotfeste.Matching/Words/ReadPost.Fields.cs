namespace Rotfeste.Matching.Words;

internal sealed partial class ReadPost
{
    private readonly List<WebLink> _links = [];
    private string[] _linkTexts = [];
    private string[] _languages = [];
    private int _linkCount;
    private int _languageCount;
    private bool _areLinksRead;
    private char[] _uncut = [];
    private char[] _mended = [];
    private char[] _settled = [];
    private char[] _wholeFolded = [];
    private int _uncutLength;
    private bool _isUncutSettled;

    public ReadOnlySpan<string> Languages => _languages.AsSpan(0, _languageCount);

    /// <summary>Folded and without @; null where the post does not say.</summary>
    public TextRange? Author { get; private set; }

    /// <summary>Folded; null where the post does not say.</summary>
    public TextRange? Source { get; private set; }

    public bool IsReply { get; private set; }

    public bool IsRepost { get; private set; }

    public bool HasImage { get; private set; }

    public bool HasLink => _linkCount > 0 || Addresses.Count > 0;

    /// <summary>Whether links were cut out of the text.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The settled text with the links that the network named.</summary>
    public ReadOnlySpan<char> Whole
    {
        get
        {
            if (!IsCut)
                return _exact.AsSpan(0, TextLength);
            if (!_isUncutSettled)
                _uncutLength = Settle(_uncut.AsSpan(0, _uncutLength), ref _uncut);
            _isUncutSettled = true;
            return _uncut.AsSpan(0, _uncutLength);
        }
    }

    /// <summary>The same, folded.</summary>
    public ReadOnlySpan<char> WholeFolded
    {
        get
        {
            if (!IsCut)
                return _chars.AsSpan(0, TextLength);
            Settling.Room(ref _wholeFolded, Whole.Length);
            Folding.Fold(Whole, _wholeFolded);
            return _wholeFolded.AsSpan(0, Whole.Length);
        }
    }

    /// <summary>Where the post links to: read when somebody asks.</summary>
    public List<WebLink> Links
    {
        get
        {
            if (!_areLinksRead)
                ReadLinks();
            _areLinksRead = true;
            return _links;
        }
    }

    private void Load(in Post post)
    {
        IsCut = !post.LinkRanges.IsEmpty;
        _isUncutSettled = false;
        if (post.Utf8Text.IsEmpty)
        {
            TextLength = Sources.Copy(post.Text, post.LinkRanges, ref _exact);
            if (IsCut)
                _uncutLength = Sources.Copy(post.Text, [], ref _uncut);
        }
        else
        {
            TextLength = Sources.Transcode(post.Utf8Text, post.LinkRanges, ref _exact);
            if (IsCut)
                _uncutLength = Sources.Transcode(post.Utf8Text, [], ref _uncut);
        }
    }

    private int Settle(ReadOnlySpan<char> text, ref char[] into)
    {
        var settled = Settling.Settle(text, ref _mended, ref _settled);
        Settling.Room(ref into, settled.Length);
        settled.CopyTo(into);
        return settled.Length;
    }

    private void ReadFields(in Post post)
    {
        foreach (var tag in post.Tags)
            AddField(tag, '#', Tags);
        foreach (var mention in post.Mentions)
            AddField(mention, '@', Handles);
        Author = post.Author is null ? null : AppendFolded(post.Author, '@');
        Source = post.Source is null ? null : AppendFolded(post.Source, '\0');
        IsReply = post.IsReply;
        IsRepost = post.IsRepost;
        HasImage = post.HasImage;
        _languageCount = Keep(post.Languages, ref _languages);
        _linkCount = Keep(post.Links, ref _linkTexts);
        _areLinksRead = false;
    }

    private static int Keep(ReadOnlySpan<string> values, ref string[] kept)
    {
        if (kept.Length < values.Length)
            kept = new string[values.Length];
        values.CopyTo(kept);
        return values.Length;
    }

    private void AddField(ReadOnlySpan<char> value, char sign, Finds finds)
    {
        if (AppendFolded(value, sign) is { Length: > 0 } range)
            finds.Add(Hash.Of(At(range)), range.Start, range.Length);
    }

    private TextRange AppendFolded(ReadOnlySpan<char> value, char sign)
    {
        var settled = Settling.Settle(value, ref _mended, ref _settled);
        if (!settled.IsEmpty && settled[0] == sign)
            settled = settled[1..];
        Settling.Room(ref _chars, _used + settled.Length);
        Folding.Fold(settled, _chars.AsSpan(_used));
        var range = new TextRange(_used, settled.Length);
        _used += settled.Length;
        return range;
    }

    private void ReadLinks()
    {
        _links.Clear();
        foreach (var link in _linkTexts.AsSpan(0, _linkCount))
            AddLink(Settling.Settle(link, ref _mended, ref _settled));
        foreach (var address in Addresses.Ranges)
            AddLink(ExactAt(address));
    }

    private void AddLink(ReadOnlySpan<char> address)
    {
        var link = WebLink.Read(address);
        Settling.Room(ref _chars, _used + address.Length);
        var host = new TextRange(_used, link.Host.Length);
        var path = new TextRange(host.End, link.Path.Length);
        Folding.Fold(address.Slice(link.Host.Start, link.Host.Length), _chars.AsSpan(host.Start));
        address.Slice(link.Path.Start, link.Path.Length).CopyTo(_chars.AsSpan(path.Start));
        _used = path.End;
        _links.Add(new(host, path));
    }
}
