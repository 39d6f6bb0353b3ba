using System.Diagnostics.CodeAnalysis;
using Rotfeste.Matching.Keys;
using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Queries;

/// <summary>Reads the operators: OR over AND over NOT over terms and brackets. A null node means that a refusal is noted.</summary>
internal sealed class QueryParser
{
    private readonly QueryScanner _scanner;
    private readonly TermReader _terms;
    private readonly Complaint _complaint = new();
    private Token _token;
    private Token _before;
    private int _depth;

    private QueryParser(string settled)
    {
        _scanner = new(settled);
        _terms = new(settled, _complaint);
        _token = _scanner.Next();
    }

    public static bool Parse(string text, [NotNullWhen(true)] out Query? query, [NotNullWhen(false)] out QueryRefusal? refusal)
    {
        query = null;
        if (text.Length > Query.LongestText)
        {
            refusal = new(Query.LongestText, text.Length - Query.LongestText, QueryReason.TooLong, null);
            return false;
        }
        var map = new OffsetMap(text);
        var parser = new QueryParser(map.Settled);
        var root = parser.Whole();
        if (root is null)
        {
            var range = map.ToOriginal(parser._complaint.Range);
            refusal = new(range.Start, range.Length, parser._complaint.Reason, null);
            return false;
        }
        refusal = null;
        var hints = parser._terms.Hints.Select(hint => hint with { Position = map.ToOriginal(new(hint.Position, 0)).Start });
        query = new(text, root, [.. hints]);
        return true;
    }

    private Node? Whole()
    {
        if (_token.Kind == TokenKind.End)
            return Refuse(QueryReason.Empty, new(0, 0));
        var root = Either();
        if (root is null)
            return null;
        if (_token.Kind == TokenKind.Close)
            return Refuse(QueryReason.StrayBracket, Here);
        return KeyChoice.Of(root) is null ? Refuse(QueryReason.NothingPresent, new(0, _token.End)) : root;
    }

    private Node? Either()
    {
        var parts = new List<Node>();
        do
        {
            if (parts.Count > 0)
                Step();
            if (Both() is not { } part)
                return null;
            parts.Add(part);
        }
        while (_token.Kind == TokenKind.Or);
        return parts is [var only] ? only : new AnyOf([.. parts]);
    }

    private Node? Both()
    {
        var parts = new List<Node>();
        do
        {
            if (parts.Count > 0 && _token.Kind == TokenKind.And)
                Step();
            if (One() is not { } part)
                return null;
            parts.Add(part);
        }
        while (_token.Kind is not (TokenKind.Or or TokenKind.Close or TokenKind.End));
        return parts is [var only] ? only : new AllOf([.. parts]);
    }

    private Node? One()
    {
        if (++_depth > Query.DeepestNesting)
            return Refuse(QueryReason.TooDeep, Here);
        var token = _token;
        var node = token.Kind switch
        {
            TokenKind.Not or TokenKind.Minus => Excluded(token),
            TokenKind.Open => Bracketed(token),
            TokenKind.Quoted or TokenKind.Bare => Step() is var _ ? _terms.Read(token) : null,
            TokenKind.Close when _before.Kind == TokenKind.Open =>
                Refuse(QueryReason.EmptyBrackets, new(_before.Start, token.End - _before.Start)),
            TokenKind.Close when _before.Kind == TokenKind.End => Refuse(QueryReason.StrayBracket, Here),
            TokenKind.End when _before.Kind == TokenKind.Open => Refuse(QueryReason.UnclosedBracket, Range(_before)),
            TokenKind.And or TokenKind.Or => Refuse(QueryReason.DanglingOperator, Here),
            _ => Refuse(QueryReason.DanglingOperator, Range(_before)),
        };
        _depth--;
        return node;
    }

    // A minus touches what it excludes; NOT stands apart from it.
    private Node? Excluded(Token sign)
    {
        Step();
        if (sign.Kind == TokenKind.Minus && _token.Start != sign.End)
            return Refuse(QueryReason.DanglingOperator, Range(sign));
        return One()?.Negated();
    }

    private Node? Bracketed(Token open)
    {
        Step();
        if (Either() is not { } inner)
            return null;
        if (_token.Kind != TokenKind.Close)
            return Refuse(QueryReason.UnclosedBracket, Range(open));
        Step();
        return inner;
    }

    private Token Step()
    {
        _before = _token;
        return _token = _scanner.Next();
    }

    private TextRange Here => Range(_token);

    private static TextRange Range(Token token) => new(token.Start, token.End - token.Start);

    private Node? Refuse(QueryReason reason, TextRange range) => _complaint.Note(reason, range);
}
