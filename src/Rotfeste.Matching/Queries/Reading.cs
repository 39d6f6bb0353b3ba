using System.Diagnostics.CodeAnalysis;
using Rotfeste.Matching.Keys;
using Rotfeste.Matching.Words;

namespace Rotfeste.Matching.Queries;

/// <summary>From a text to a query or a refusal: settle, read the outline, build what is held against posts, map places back.</summary>
internal static class Reading
{
    public static bool Read(string text, [NotNullWhen(true)] out Query? query, [NotNullWhen(false)] out QueryRefusal? refusal)
    {
        query = null;
        if (text.Length > Query.LongestText)
        {
            refusal = new(Query.LongestText, text.Length - Query.LongestText, QueryReason.TooLong, null);
            return false;
        }
        var map = new OffsetMap(text);
        var complaint = new Complaint();
        var terms = new TermReader(map.Settled, complaint);
        var outline = new QueryParser(map.Settled, terms, complaint).Whole();
        var root = outline is null ? null : Building.Of(outline);
        if (root is not null && KeyChoice.Of(root) is null)
            complaint.Note(QueryReason.NothingPresent, new(0, map.Settled.TrimEnd().Length));
        else if (root is not null)
        {
            var hints = terms.Hints.Select(hint => hint with { Position = map.ToOriginal(new(hint.Position, 0)).Start });
            query = new(text, ToOriginal(outline!, map), root, [.. hints]);
            refusal = null;
            return true;
        }
        var range = map.ToOriginal(complaint.Range);
        refusal = new(range.Start, range.Length, complaint.Reason, null);
        return false;
    }

    private static QueryPart ToOriginal(QueryPart part, OffsetMap map) =>
        part with { Range = map.ToOriginal(part.Range), Parts = [.. part.Parts.Select(inner => ToOriginal(inner, map))] };
}
