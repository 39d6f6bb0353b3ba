using Rotfeste.Matching;

namespace Rotfeste.Tests.Matching;

/// <summary>Short ways to ask one query about one text.</summary>
internal static class Find
{
    public static Query Query(string text)
    {
        Rotfeste.Matching.Query.TryParse(text, out var query, out var refusal).ShouldBeTrue(refusal?.ToString());
        return query!;
    }

    public static bool In(string text, string query) => Query(query).Fits(new Post(text));

    /// <summary>The text with each marked range between square brackets.</summary>
    public static string Marked(string text, string query)
    {
        var marked = text;
        foreach (var mark in Marks.Of(Query(query), new Post(text)).Reverse())
            marked = marked.Insert(mark.End, "]").Insert(mark.Start, "[");
        return marked;
    }
}
