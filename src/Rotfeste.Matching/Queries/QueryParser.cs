namespace Rotfeste.Matching.Queries;

/// <summary>Reads the operators: OR over AND over NOT over NEAR over terms and brackets. A null part means that a refusal is noted.</summary>
internal sealed partial class QueryParser
{
    private readonly string _text;
    private readonly QueryScanner _scanner;
    private readonly TermReader _terms;
    private readonly Complaint _complaint;
    private Token _token;
    private Token _before;
    private int _depth;

    public QueryParser(string settled, TermReader terms, Complaint complaint)
    {
        _text = settled;
        _scanner = new(settled);
        _terms = terms;
        _complaint = complaint;
        _token = _scanner.Next();
    }

    public QueryPart? Whole()
    {
        if (_token.Kind == TokenKind.End)
            return Refuse(QueryReason.Empty, new(0, 0));
        var root = Either();
        return root is not null && _token.Kind == TokenKind.Close ? Refuse(QueryReason.StrayBracket, _token.Range) : root;
    }

    private QueryPart? Either()
    {
        var parts = new List<QueryPart>();
        do
        {
            if (parts.Count > 0)
                Step();
            if (Both() is not { } part)
                return null;
            parts.Add(part);
        }
        while (_token.Kind == TokenKind.Or);
        return Joined(QueryPartKind.Any, parts);
    }

    private QueryPart? Both()
    {
        var parts = new List<QueryPart>();
        do
        {
            if (parts.Count > 0 && _token.Kind == TokenKind.And)
                Step();
            if (One() is not { } part)
                return null;
            parts.Add(part);
        }
        while (_token.Kind is not (TokenKind.Or or TokenKind.Close or TokenKind.End));
        return Joined(QueryPartKind.All, parts);
    }

    private static QueryPart Joined(QueryPartKind kind, List<QueryPart> parts) =>
        parts is [var only] ? only : new(kind, Over(parts[0], parts[^1])) { Parts = parts };

    private QueryPart? One()
    {
        if (++_depth > Query.DeepestNesting)
            return Refuse(QueryReason.TooDeep, _token.Range);
        var part = _token.Kind is TokenKind.Not or TokenKind.Minus ? Excluded(_token) : Proximity();
        _depth--;
        return part;
    }

    // A minus touches what it excludes; NOT stands apart from it.
    private QueryPart? Excluded(Token sign)
    {
        Step();
        if (sign.Kind == TokenKind.Minus && _token.Start != sign.End)
            return Refuse(QueryReason.DanglingOperator, sign.Range);
        if (One() is not { } inner)
            return null;
        if (sign.Kind == TokenKind.Minus && inner.Kind == QueryPartKind.Near && !_bracketed.Contains(inner))
            return Refuse(QueryReason.MinusBeforeNear, inner.Range);
        return new(QueryPartKind.Not, new(sign.Start, inner.Range.End - sign.Start)) { Parts = [inner] };
    }

    private QueryPart? Term()
    {
        var token = _token;
        return token.Kind switch
        {
            TokenKind.Open => Bracketed(token),
            TokenKind.Quoted or TokenKind.Bare or TokenKind.Literal => Step() is var _ ? _terms.Read(token) : null,
            TokenKind.Close when _before.Kind == TokenKind.Open => Refuse(QueryReason.EmptyBrackets, new(_before.Start, token.End - _before.Start)),
            TokenKind.Close when _before.Kind == TokenKind.End => Refuse(QueryReason.StrayBracket, token.Range),
            TokenKind.End when _before.Kind == TokenKind.Open => Refuse(QueryReason.UnclosedBracket, _before.Range),
            TokenKind.And or TokenKind.Or or TokenKind.Near => Refuse(QueryReason.DanglingOperator, token.Range),
            _ => Refuse(QueryReason.DanglingOperator, _before.Range),
        };
    }

    private QueryPart? Bracketed(Token open)
    {
        Step();
        if (Either() is not { } inner)
            return null;
        if (_token.Kind != TokenKind.Close)
            return Refuse(QueryReason.UnclosedBracket, open.Range);
        var whole = inner with { Range = new(open.Start, _token.End - open.Start) };
        _bracketed.Add(whole);
        Step();
        return whole;
    }

    private Token Step()
    {
        _before = _token;
        return _token = _scanner.Next();
    }

    private static TextRange Over(QueryPart first, QueryPart last) => new(first.Range.Start, last.Range.End - first.Range.Start);

    private QueryPart? Refuse(QueryReason reason, TextRange range) => _complaint.Note(reason, range);
}
