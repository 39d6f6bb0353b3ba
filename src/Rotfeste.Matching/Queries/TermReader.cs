using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Queries;

/// <summary>Reads one quoted or bare token into a leaf.</summary>
internal sealed class TermReader(string text, Complaint complaint)
{
    private static readonly string[] MayBeMeant = ["and", "or", "not", "near", "og", "eller", "ikke"];
    private static readonly string[] LaterFields = ["source", "author", "link", "is", "has"];

    public List<QueryHint> Hints { get; } = [];

    public Node? Read(Token token)
    {
        var range = new TextRange(token.Start, token.End - token.Start);
        if (token.Kind == TokenKind.Quoted)
        {
            var closed = range.Length > 1 && QueryScanner.IsQuote(text[token.End - 1]);
            return closed ? ReadWords(range, new(token.Start + 1, range.Length - 2)) : complaint.Note(QueryReason.UnclosedQuote, range);
        }
        var bare = text.AsSpan(token.Start, range.Length);
        if (bare[0] is '=' or '~' or '\'' || IsNear(bare))
            return complaint.Note(QueryReason.NotOffered, range);
        if (bare[0] == '#')
            return ReadTag(range);
        if (bare[0] == '@')
            return ReadHandle(range);
        var name = 0;
        while (name < bare.Length && char.IsLetter(bare[name]))
            name++;
        if (name > 0 && name < bare.Length && bare[name] == ':')
            return ReadField(range, name);
        var word = bare.ToString();
        if (MayBeMeant.Contains(word))
            Hints.Add(new(token.Start, word));
        return ReadWords(range, range);
    }

    private static bool IsNear(ReadOnlySpan<char> bare)
    {
        var rest = bare.StartsWith("O") ? bare[1..] : bare;
        return rest is "NEAR" || (rest.StartsWith("NEAR/") && !rest[5..].ContainsAnyExceptInRange('0', '9'));
    }

    private Node? ReadWords(TextRange whole, TextRange inside)
    {
        if (PhraseReader.Read(text, inside, complaint) is not { } words)
            return null;
        return words.Count > 0 ? new Phrase([.. words]) : complaint.Note(QueryReason.NoWord, whole);
    }

    private Node? ReadTag(TextRange range)
    {
        var name = text.AsSpan(range.Start + 1, range.Length - 1);
        var isTag = PhraseReader.WordEnd(name, 0, out var hasLetter) == name.Length && hasLetter;
        return isTag ? new Tag(Folding.Fold(name.ToString())) : complaint.Note(QueryReason.BadTag, range);
    }

    private Node? ReadHandle(TextRange range)
    {
        var token = text.AsSpan(range.Start, range.Length);
        var end = Handles.End(token, 1);
        if (end == 1 || !token[end..].TrimStart(".-").IsEmpty)
            return complaint.Note(QueryReason.BadHandle, range);
        return new Handle(Folding.Fold(token[1..end].ToString()));
    }

    private Node? ReadField(TextRange range, int name)
    {
        var field = text.Substring(range.Start, name).ToLowerInvariant();
        if (field != "lang")
            return complaint.Note(LaterFields.Contains(field) ? QueryReason.NotOffered : QueryReason.UnknownField, range);
        var subtags = new List<string>();
        foreach (var value in text.Substring(range.Start + name + 1, range.Length - name - 1).Split(','))
        {
            var primary = Language.Primary(value).ToString().ToLowerInvariant();
            if (primary.Length is < 2 or > 8 || !primary.All(char.IsAsciiLetterLower))
                return complaint.Note(QueryReason.BadFieldValue, range);
            subtags.Add(primary);
            // Norwegian as such is both written forms too; the other way round says more than the post does.
            if (primary == "no")
                subtags.AddRange(["nb", "nn"]);
        }
        return new Language([.. subtags]);
    }
}
