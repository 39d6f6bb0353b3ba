namespace Rotfeste.Matching.Words;

internal ref partial struct TextScan
{
    private readonly bool AddressStarts()
    {
        var rest = _text[_at..];
        if (rest[0] is 'h' or 'H')
        {
            return rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
                || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        }
        if (rest[0] is not ('w' or 'W') || rest.Length < 5 || !rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            return false;
        // An unsettled unit here sends Address, and with it the whole scan, round again.
        return KindAt(_at + 4, out _) is not (Letters.Other or Letters.Surrogate);
    }

    private bool Address()
    {
        var end = _at;
        int open = 0, closed = 0;
        while (end < _text.Length)
        {
            var unit = _text[end];
            var kind = KindAt(end, out var size);
            if (kind >= Letters.Unsettled)
                return false;
            if (char.IsWhiteSpace(unit) || unit is '<' or '>' or '"' or '«' or '»')
                break;
            open += unit == '(' ? 1 : 0;
            closed += unit == ')' ? 1 : 0;
            end += size;
        }
        for (; FallsOff(_text[end - 1], open, closed); end--)
            closed -= _text[end - 1] == ')' ? 1 : 0;
        _post.Addresses.Add(0, _at, end - _at);
        Folding.Fold(_text[_at..end], _folded[_at..end]);
        _at = end;
        _before = Letters.Other;
        return true;
    }

    private static bool FallsOff(char unit, int open, int closed) =>
        unit is '.' or ',' or ':' or ';' or '!' or '?' or '…' or '\'' or '’' or ']' or '}' || (unit == ')' && closed > open);
}
