using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Queries;

/// <summary>From the outline of a query to what is held against posts.</summary>
internal static class Building
{
    public static Node Of(QueryPart part) => part.Kind switch
    {
        QueryPartKind.All => new AllOf([.. part.Parts.Select(Of)]),
        QueryPartKind.Any => new AnyOf([.. part.Parts.Select(Of)]),
        QueryPartKind.Not => Of(part.Parts[0]).Negated(),
        QueryPartKind.Words => PhraseOf(part),
        QueryPartKind.Near => new Near([.. Phrases(part.Parts[0])], [.. Phrases(part.Parts[1])], part.Distance, part.IsOrdered),
        QueryPartKind.Literal => new Literal(part.Text),
        QueryPartKind.Tag => new Tag(Folding.Fold(part.Text)),
        QueryPartKind.Handle => new Handle(Folding.Fold(part.Text)),
        QueryPartKind.Language => new Language([.. part.Values.SelectMany(Meant).Distinct()]),
        QueryPartKind.Source => new Source([.. part.Values]),
        QueryPartKind.Author => new Author(part.Text),
        QueryPartKind.Link => LinkOf(part.Text),
        _ => new Flag(part.Kind),
    };

    private static Link LinkOf(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? new Link(text, "") : new Link(text[..slash], text[slash..]);
    }

    private static IEnumerable<Phrase> Phrases(QueryPart part) =>
        part.Kind == QueryPartKind.Any ? part.Parts.SelectMany(Phrases) : [PhraseOf(part)];

    private static Phrase PhraseOf(QueryPart part) =>
        new([.. part.Words.Select(word => new Word(word.Text, word.IsOpenBefore, word.IsOpenAfter, part.Spelling))]);

    // Norwegian as such is both written forms too; the other way round says more than the post does.
    private static string[] Meant(string subtag) => subtag == "no" ? ["no", "nb", "nn"] : [subtag];
}
