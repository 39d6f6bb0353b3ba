using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Queries;

/// <summary>Reads one quoted, literal or bare token into a part without operators.</summary>
internal sealed class TermReader(string text, Complaint complaint)
{
    private static readonly string[] MayBeMeant = ["and", "or", "not", "near", "og", "eller", "ikke"];

    private readonly PhraseReader _phrases = new(text, complaint);
    private readonly FieldReader _fields = new(text, complaint);

    public List<QueryHint> Hints { get; } = [];

    public QueryPart? Read(Token token) => token.Kind switch
    {
        TokenKind.Quoted => ReadQuoted(token),
        TokenKind.Literal => ReadLiteral(token.Range),
        _ => ReadBare(token.Range),
    };

    private QueryPart? ReadQuoted(Token token)
    {
        var open = SpellingAt(token.Start) == QuerySpelling.Folded ? token.Start : token.Start + 1;
        var isClosed = token.End - open > 1 && QueryScanner.IsQuote(text[token.End - 1]);
        return isClosed
            ? ReadWords(token.Range, new(open + 1, token.End - open - 2), SpellingAt(token.Start))
            : complaint.Note(QueryReason.UnclosedQuote, token.Range);
    }

    private QueryPart? ReadLiteral(TextRange range)
    {
        if (!ClosesProperly(range))
            return complaint.Note(QueryReason.UnclosedLiteral, range);
        var inside = text.Substring(range.Start + 1, range.Length - 2).Replace("''", "'", StringComparison.Ordinal);
        return inside.Length > 0
            ? new(QueryPartKind.Literal, range) { Text = inside }
            : complaint.Note(QueryReason.EmptyLiteral, range);
    }

    // The scanner stops at the end in any case; whether the last apostrophe closes shows when pairs are counted from the front.
    private bool ClosesProperly(TextRange range)
    {
        var at = range.Start + 1;
        while (at < range.End - 1)
            at += text[at] == '\'' && text[at + 1] == '\'' ? 2 : 1;
        return at == range.End - 1 && text[at] == '\'';
    }

    private QueryPart? ReadBare(TextRange range)
    {
        var bare = text.AsSpan(range.Start, range.Length);
        switch (bare[0])
        {
            case '=' or '~':
                return ReadSpelt(range);
            case '#':
                return ReadTag(range);
            case '@':
                return ReadHandle(range);
        }
        if (FieldReader.NameLength(bare) is > 0 and var name)
            return _fields.Read(range, name);
        var word = bare.ToString();
        if (MayBeMeant.Contains(word))
            Hints.Add(new(range.Start, word));
        return ReadWords(range, range, QuerySpelling.Folded);
    }

    private QueryPart? ReadSpelt(TextRange range)
    {
        if (range.Length == 1 || text[range.Start + 1] is '=' or '~' or '#' or '@' or '\'')
            return complaint.Note(QueryReason.BadSign, range);
        return ReadWords(range, new(range.Start + 1, range.Length - 1), SpellingAt(range.Start));
    }

    private QuerySpelling SpellingAt(int start) => text[start] switch
    {
        '=' => QuerySpelling.Exact,
        '~' => QuerySpelling.Alike,
        _ => QuerySpelling.Folded,
    };

    private QueryPart? ReadWords(TextRange whole, TextRange inside, QuerySpelling spelling)
    {
        if (_phrases.Read(inside) is not { } words)
            return null;
        return words.Count > 0
            ? new(QueryPartKind.Words, whole) { Words = words, Spelling = spelling }
            : complaint.Note(QueryReason.NoWord, whole);
    }

    private QueryPart? ReadTag(TextRange range)
    {
        var name = text.AsSpan(range.Start + 1, range.Length - 1);
        var isTag = PhraseReader.WordEnd(name, 0, out var hasLetter) == name.Length && hasLetter;
        return isTag ? new(QueryPartKind.Tag, range) { Text = name.ToString() } : complaint.Note(QueryReason.BadTag, range);
    }

    private QueryPart? ReadHandle(TextRange range)
    {
        var token = text.AsSpan(range.Start, range.Length);
        var end = Handles.End(token, 1);
        if (end == 1 || !token[end..].TrimStart(".-").IsEmpty)
            return complaint.Note(QueryReason.BadHandle, range);
        return new(QueryPartKind.Handle, range) { Text = token[1..end].ToString() };
    }
}
