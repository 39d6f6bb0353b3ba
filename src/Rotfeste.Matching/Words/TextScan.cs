using System.Text;

namespace Rotfeste.Matching.Words;

/// <summary>
/// One pass over a text: folds it, cuts addresses, collects words and tags, and notes where a handle may begin. Stops with false at the first
/// unit that only a settled text may hold; the caller settles the text and starts again.
/// </summary>
internal ref partial struct TextScan
{
    private readonly ReadOnlySpan<char> _text;
    private readonly Span<char> _folded;
    private readonly ReadPost _post;
    private readonly byte _mask;
    private int _at;
    private int _tagAt;
    private byte _before;

    public TextScan(ReadOnlySpan<char> text, bool settled, ReadPost post)
    {
        _text = text;
        _folded = post.Chars.AsSpan(0, text.Length);
        _post = post;
        _mask = settled ? (byte)(Letters.Unsettled - 1) : byte.MaxValue;
        _tagAt = -1;
    }

    public bool Run()
    {
        while (_at < _text.Length)
        {
            var kind = KindAt(_at, out var size);
            if (kind >= Letters.Unsettled)
                return false;
            if (kind is Letters.Letter or Letters.Number)
            {
                if (_before != Letters.Other || !AddressStarts())
                    Word();
                else if (!Address())
                    return false;
            }
            else
            {
                Sign(kind, size);
            }
        }
        return true;
    }

    private readonly byte KindAt(int at, out int size)
    {
        size = 1;
        var kind = (byte)(Letters.Kind[_text[at]] & _mask);
        return kind == Letters.Surrogate ? PairAt(at, out size) : kind;
    }

    private readonly byte PairAt(int at, out int size) =>
        Rune.DecodeFromUtf16(_text[at..], out var rune, out size) == System.Buffers.OperationStatus.Done
            ? (byte)(Letters.KindOf(rune) & _mask)
            : Letters.Unsettled;

    private void Word()
    {
        var start = _at;
        var at = start;
        var hasLetter = false;
        while (at < _text.Length)
        {
            var unit = _text[at];
            var kind = (byte)(Letters.Kind[unit] & _mask);
            if (kind == Letters.Surrogate)
            {
                kind = PairAt(at, out _);
                if (kind is not (Letters.Letter or Letters.Number or Letters.Mark))
                    break;
                Rune.DecodeFromUtf16(_text[at..], out var rune, out _);
                Rune.ToLowerInvariant(rune).EncodeToUtf16(_folded[at..]);
                at++;
            }
            else if (kind is not (Letters.Letter or Letters.Number or Letters.Mark))
            {
                break;
            }
            else
            {
                _folded[at] = Letters.Fold[unit];
            }
            at++;
            hasLetter |= kind == Letters.Letter;
        }
        var hash = Hash.Of(ref _folded[start], at - start);
        _post.Words.Add(hash, start, at - start);
        if (start == _tagAt && hasLetter)
            _post.Tags.Add(hash, start, at - start);
        _at = at;
        _before = Letters.Letter;
    }

    private void Sign(byte kind, int size)
    {
        var unit = _text[_at];
        if (_before == Letters.Other && unit == '#')
            _tagAt = _at + 1;
        else if (_before == Letters.Other && unit == '@' && (_at == 0 || _text[_at - 1] != '.'))
            _post.HandleStarts.Add(0, _at, 1);
        _text.Slice(_at, size).CopyTo(_folded[_at..]);
        _before = kind;
        _at += size;
    }
}
