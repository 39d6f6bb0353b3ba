namespace Rotfeste.Matching.Queries;

internal enum TokenKind
{
    End,
    Open,
    Close,
    Minus,
    And,
    Or,
    Not,
    Near,
    Quoted,
    Literal,
    Bare,
}

/// <summary>A piece of a query. A quoted one stretches over its quotation marks and the = or ~ before them, a literal over its apostrophes.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End)
{
    public TextRange Range => new(Start, End - Start);
}

/// <summary>Cuts a settled query into tokens.</summary>
internal sealed class QueryScanner(string text)
{
    private int _at;

    public Token Next()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
            _at++;
        if (_at == text.Length)
            return new(TokenKind.End, _at, _at);
        var start = _at;
        return text[_at++] switch
        {
            '(' => new(TokenKind.Open, start, _at),
            ')' => new(TokenKind.Close, start, _at),
            '-' => new(TokenKind.Minus, start, _at),
            '\'' => Literal(start),
            '=' or '~' when _at < text.Length && IsQuote(text[_at]) => Quoted(start, _at + 1),
            var sign when IsQuote(sign) => Quoted(start, _at),
            _ => Bare(start),
        };
    }

    public static bool IsQuote(char sign) => sign is '"' or '“' or '”' or '„' or '«' or '»';

    // An unclosed quotation runs to the end without its second mark; the reader sees that and refuses.
    private Token Quoted(int start, int inside)
    {
        _at = inside;
        while (_at < text.Length && !IsQuote(text[_at]))
            _at++;
        if (_at < text.Length)
            _at++;
        return new(TokenKind.Quoted, start, _at);
    }

    // An apostrophe closes before white space, a closing bracket or the end; two in a row are one; any other is itself.
    private Token Literal(int start)
    {
        while (_at < text.Length && !ClosesAt(_at))
            _at += IsPair(_at) ? 2 : 1;
        _at = Math.Min(_at + 1, text.Length);
        return new(TokenKind.Literal, start, _at);
    }

    private bool IsPair(int at) => at + 1 < text.Length && text[at] == '\'' && text[at + 1] == '\'';

    private bool ClosesAt(int at) =>
        text[at] == '\'' && (at + 1 == text.Length || text[at + 1] == ')' || char.IsWhiteSpace(text[at + 1]));

    private Token Bare(int start)
    {
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('(' or ')') && !IsQuote(text[_at]))
            _at++;
        var kind = text.AsSpan(start, _at - start) switch
        {
            "AND" => TokenKind.And,
            "OR" => TokenKind.Or,
            "NOT" => TokenKind.Not,
            "NEAR" or "ONEAR" => TokenKind.Near,
            var word when word.StartsWith("NEAR/") || word.StartsWith("ONEAR/") => TokenKind.Near,
            _ => TokenKind.Bare,
        };
        return new(kind, start, _at);
    }
}
