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
    Quoted,
    Bare,
}

/// <summary>A piece of a query. A quoted one stretches over its quotation marks.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End);

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
            var sign when IsQuote(sign) => Quoted(start),
            _ => Bare(start),
        };
    }

    public static bool IsQuote(char sign) => sign is '"' or '“' or '”' or '„' or '«' or '»';

    // An unclosed quotation runs to the end without its second mark; the parser sees that and refuses.
    private Token Quoted(int start)
    {
        while (_at < text.Length && !IsQuote(text[_at]))
            _at++;
        if (_at < text.Length)
            _at++;
        return new(TokenKind.Quoted, start, _at);
    }

    private Token Bare(int start)
    {
        while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('(' or ')') && !IsQuote(text[_at]))
            _at++;
        var kind = text.AsSpan(start, _at - start) switch
        {
            "AND" => TokenKind.And,
            "OR" => TokenKind.Or,
            "NOT" => TokenKind.Not,
            _ => TokenKind.Bare,
        };
        return new(kind, start, _at);
    }
}
