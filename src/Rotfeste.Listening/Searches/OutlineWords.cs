using System.Globalization;
using Microsoft.Extensions.Localization;
using Rotfeste.Matching;

namespace Rotfeste.Listening.Searches;

/// <summary>Puts the outline of a query into plain words, in the reader's language.</summary>
internal sealed class OutlineWords(IStringLocalizer<Texts> texts)
{
    private const int MostParts = 20;

    public OutlineView Of(QueryPart part) => part.Kind switch
    {
        QueryPartKind.All or QueryPartKind.Any => new(texts[$"Outline.{part.Kind}"], Parts(part)),
        QueryPartKind.Not when part.Parts[0] is { Kind: QueryPartKind.Not } inner => Of(inner.Parts[0]),
        QueryPartKind.Not when part.Parts[0].Kind == QueryPartKind.Any => new(texts["Outline.None"], Parts(part.Parts[0])),
        QueryPartKind.Not => new(texts["Outline.Not"], Parts(part)),
        QueryPartKind.Near => new(texts[part.IsOrdered ? "Outline.NearInOrder" : "Outline.Near", part.Distance], Parts(part)),
        QueryPartKind.Words => new(Spelt(part), []),
        QueryPartKind.Language => new(texts["Outline.Language", string.Join(", ", part.Values.Select(Language))], []),
        QueryPartKind.Source => new(texts["Outline.Source", string.Join(", ", part.Values)], []),
        _ => new(texts[$"Outline.{part.Kind}", part.Text], []),
    };

    private List<OutlineView> Parts(QueryPart part)
    {
        var parts = part.Parts.Take(MostParts).Select(Of).ToList();
        if (part.Parts.Count > MostParts)
            parts.Add(new(texts["Outline.More", part.Parts.Count - MostParts], []));
        return parts;
    }

    private string Spelt(QueryPart part)
    {
        string words = part.Words is [var only]
            ? texts[$"Outline.{Ends(only)}", only.Text]
            : texts["Outline.Phrase", string.Join(' ', part.Words.Select(Starred))];
        return part.Spelling == QuerySpelling.Folded ? words : texts[$"Outline.{part.Spelling}", words];
    }

    private static string Ends(QueryWord word) => (word.IsOpenBefore, word.IsOpenAfter) switch
    {
        (false, false) => "Word",
        (false, true) => "Beginning",
        (true, false) => "Ending",
        _ => "Inside",
    };

    private static string Starred(QueryWord word) => (word.IsOpenBefore ? "*" : "") + word.Text + (word.IsOpenAfter ? "*" : "");

    private static string Language(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).DisplayName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }
}
